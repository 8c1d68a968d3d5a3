// The library: bringing files with their description, finding them, changing their words, the bin.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { mediaOf, newMedia } from './mock/media';
import { newWorld } from './mock/data';
import { openApp, startServer, type Server } from './support/app';
import { stubUploads } from './support/uploads';

const photo = () => new File(['x'], 'marché.jpg', { type: 'image/jpeg' });
const added = { status: 201, body: mediaOf(9, 'image', 'marché.jpg') };

// What is brought is on the server from then on.
async function bring(file: File): Promise<Server> {
  const server = openApp('/medias', { server: startServer({ ...newWorld(), media: [mediaOf(9, 'image', 'marché.jpg'), ...newMedia()] }) });
  await userEvent.upload(await screen.findByLabelText('Ajouter des fichiers', { selector: 'input' }), file);
  return server;
}

describe('bringing files', () => {
  it('asks what an image shows before it leaves, and sends it with its description', async () => {
    const sent = stubUploads(added);
    const server = await bring(photo());
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter marché.jpg' }));
    expect(screen.getByText(/Décrivez l’image, ou cochez/)).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText(/Que montre l’image/), 'Le marché du samedi');
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter marché.jpg' }));
    await waitFor(() => expect(screen.queryByLabelText(/Que montre l’image/)).toBeNull());
    expect(sent[0]?.path).toBe('/api/v1/media');
    expect(server.world.media[0]?.alt).toBe('Le marché du samedi');
    expect((sent[0]?.body.get('file') as File).name).toBe('marché.jpg');
  });

  it('takes a decorative image without words', async () => {
    stubUploads(added);
    const server = await bring(photo());
    await userEvent.click(screen.getByLabelText(/Image décorative/));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter marché.jpg' }));
    await waitFor(() => expect(server.world.media[0]?.is_decorative).toBe(true));
  });

  it('keeps the file and its words when the server refuses, and says why', async () => {
    stubUploads({ status: 422, body: { error: { code: 'invalid', message: 'Corrigez.', fields: { file: 'Cette image est abîmée.' } } } });
    await bring(photo());
    await userEvent.type(screen.getByLabelText(/Que montre l’image/), 'Le marché');
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter marché.jpg' }));
    expect(await screen.findByText('Cette image est abîmée.')).toBeTruthy();
    expect((screen.getByLabelText(/Que montre l’image/) as HTMLInputElement).value).toBe('Le marché');
  });

  it('can be stopped on the way', async () => {
    stubUploads(null);
    await bring(new File(['x'], 'menu.pdf', { type: 'application/pdf' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter menu.pdf' }));
    expect(screen.getByLabelText('Envoi de menu.pdf')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Interrompre l’envoi' }));
    expect(await screen.findByRole('button', { name: 'Ajouter menu.pdf' })).toBeTruthy();
  });

  it('refuses at once what is too heavy', async () => {
    const heavy = photo();
    Object.defineProperty(heavy, 'size', { value: 11 * 1024 * 1024 });
    await bring(heavy);
    expect(screen.getByText(/pèse plus de 10/)).toBeTruthy();
  });
});

describe('the library', () => {
  it('shows the bin apart, and brings a picture back', async () => {
    const server = openApp('/medias');
    await screen.findByRole('button', { name: 'Modifier fete.jpg' });
    expect(screen.queryByText('vieille.jpg')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Corbeille' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Modifier vieille.jpg' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Sortir de la corbeille' }));
    await waitFor(() => expect(server.world.media.find(({ id }) => id === 5)?.deleted_at).toBeNull());
  });

  it('changes words and the important point by keyboard', async () => {
    const server = openApp('/medias');
    await userEvent.click(await screen.findByRole('button', { name: 'Modifier fete.jpg' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('slider').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    await userEvent.type(within(dialog).getByLabelText('Crédit'), 'Jeanne');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.media[0]).toMatchObject({ focal_x: 550, focal_y: 450, credit: 'Jeanne' }));
  });

  it('says where a picture serves before it goes to the bin', async () => {
    const server = openApp('/medias');
    await userEvent.click(await screen.findByRole('button', { name: 'Modifier fete.jpg' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Repas des aînés/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mettre à la corbeille' }));
    expect(await screen.findByText(/1 endroit du site l’affiche/)).toBeTruthy();
    const buttons = screen.getAllByRole('button', { name: 'Mettre à la corbeille' });
    await userEvent.click(buttons[buttons.length - 1] as HTMLElement);
    await waitFor(() => expect(server.sent('DELETE', /confirm=1/)).toHaveLength(1));
  });

  it('shows what the server refuses beside its field', async () => {
    openApp('/medias');
    await userEvent.click(await screen.findByRole('button', { name: 'Modifier fete.jpg' }));
    const field = await screen.findByLabelText(/Que montre l’image/);
    await userEvent.clear(field);
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Décrivez l’image.')).toBeTruthy();
  });
});
