// axe on every screen. Contrast is left to the browser tests: jsdom paints nothing.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/app';

const screens: [string, string][] = [
  ['/', 'Bonjour Claire'],
  ['/demandes', 'Demandes'],
  ['/demandes/11', 'Demande de copie d’acte d’état civil'],
  ['/contenus', 'Pages et actualités'],
  ['/contenus/nouveau?type=page', 'Créer une page'],
  ['/contenus/nouveau?type=event', 'Annoncer un évènement'],
  ['/contenus/corbeille', 'Corbeille'],
  ['/guichet', 'Saisir une demande pour quelqu’un'],
  ['/demarches/copie-acte-etat-civil/logiciels', 'Prévenir un autre logiciel : Demande de copie d’acte d’état civil'],
  ['/menu', 'Menu et rubriques'],
  ['/alerte', 'Publier une alerte'],
  ['/contenus/4', 'Travaux rue de l’Église'],
  ['/annuaire?type=associations', 'Annuaire'],
  ['/annuaire/2', 'Club de boules'],
  ['/annuaire/nouvelle?type=associations', 'Ajouter une fiche'],
  ['/annuaire/import?type=associations', 'Importer un fichier – Associations'],
  ['/actes', 'Actes'],
  ['/actes/nouveau', 'Préparer un acte'],
  ['/actes/1', 'Délibération n° 2026-41'],
  ['/actes/2', 'Arrêté n° 12'],
  ['/actes/reglages', 'Publication des actes'],
  ['/argent', 'Argent'],
  ['/argent/nouvelle', 'Créer une régie'],
  ['/argent/1/journee', 'Journée'],
  ['/argent/1/sommes', 'Sommes dues'],
  ['/argent/1/bordereaux', 'Bordereaux'],
  ['/argent/1/mois', 'Relevé du mois'],
  ['/argent/1/ecarts', 'Écarts'],
  ['/argent/1/reglages', 'Réglages de la régie'],
  ['/demarches', 'Démarches'],
  ['/mairie', 'La mairie'],
  ['/mairie/apparence', 'Apparence'],
  ['/mairie/mentions', 'Mentions et données personnelles'],
  ['/premiers-pas', 'Bonjour Claire'],
  ['/premiers-pas/contact', 'Comment joindre la mairie ?'],
  ['/premiers-pas/colors', 'Quelle est la couleur de la commune ?'],
  ['/premiers-pas/fin', 'Votre site est en ligne'],
  ['/medias', 'Images et documents'],
  ['/partage', 'Intercommunalité'],
  ['/lecteurs', 'Lecteurs'],
  ['/envois', 'Envois et traitements'],
  ['/nulle-part', 'Cette page n’existe pas'],
];

async function violations(): Promise<string[]> {
  const options = { rules: { 'color-contrast': { enabled: false } }, iframes: false };
  const result = await axe.run(document.documentElement, options);
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
}

function preparePage(): void {
  document.documentElement.lang = 'fr';
}

describe('axe', () => {
  it.each(screens)('finds nothing on %s', async (path, heading) => {
    preparePage();
    openApp(path);
    await screen.findByRole('heading', { level: 1, name: heading });
    await waitFor(() => expect(screen.queryByText('Chargement…')).toBeNull());
    expect(await violations()).toEqual([]);
    expect(document.title).toContain('Saint-Maixent');
  });

  it('finds nothing on the login page', async () => {
    preparePage();
    openApp('/', { isLoggedIn: false });
    await screen.findByLabelText('Mot de passe');
    expect(await violations()).toEqual([]);
  });

  it('finds nothing in a dialog, which takes the focus and gives it back', async () => {
    preparePage();
    openApp('/demandes/9');
    const opener = await screen.findByRole('button', { name: 'Refuser la demande' });
    await userEvent.click(opener);
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('starts with a link that skips the navigation', async () => {
    openApp('/demandes');
    await screen.findByText('Jeanne Lefèvre');
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Aller au contenu');
    expect(document.querySelector(document.activeElement?.getAttribute('href') ?? '')?.tagName).toBe('MAIN');
  });
});
