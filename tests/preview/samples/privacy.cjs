// Sample of the notice on personal data, shared by procedures and forms.
'use strict';

exports.privacy = {
  controller: 'la commune de Saint-Maixent, représentée par son maire',
  purpose: 'traiter votre demande de copie d’acte',
  legal_basis: 'une mission d’intérêt public (article 6.1.e du RGPD)',
  recipients: 'les agents de l’état civil de la mairie',
  retention: 'un an après la réponse',
};
