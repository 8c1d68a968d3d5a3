// The choices of a licence: in the legal facts and in the first steps.
import { fr } from '../../locales/fr';

export const licenceOptions = [{ value: '', label: fr.legal.noLicence }, ...fr.legal.licences.map(([value, label]) => ({ value, label }))];
