// First screen: what remains to be done, or that nothing does.
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure } from './mock/api';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

describe('home', () => {
  it('counts and names what waits for somebody', async () => {
    openApp('/');
    expect(await screen.findByText('Il reste 4 choses à faire')).toBeTruthy();
    expect(screen.getByText('2 demandes à lire')).toBeTruthy();
    expect(screen.getByText('1 envoi n’a pas abouti')).toBeTruthy();
    expect(screen.getByText('Confirmer les horaires de la mairie')).toBeTruthy();
  });

  it('asks to read again what is old, and says who changed what', async () => {
    const world = newWorld();
    world.stale = [{ key: 'page', title: 'La salle des fêtes n’a pas changé depuis un an', path: '/contenus/2' }];
    openApp('/', { server: startServer(world) });
    expect((await screen.findByText(/n’a pas changé depuis un an/)).closest('a')?.getAttribute('href')).toBe('/admin/contenus/2');
    expect(screen.getByText('Page publiée')).toBeTruthy();
  });

  it('says that all is done when it is', async () => {
    const world = newWorld();
    world.dossiers = [];
    world.outbox = [];
    world.contents = [];
    world.commune.hours_confirmed = true;
    openApp('/', { server: startServer(world) });
    expect(await screen.findByText('Tout est à jour')).toBeTruthy();
    expect(screen.queryByText(/Il reste/)).toBeNull();
  });

  it('does not claim that all is done when it could not look', async () => {
    const server = startServer({ ...newWorld(), dossiers: [], outbox: [], contents: [] });
    server.world.commune.hours_confirmed = true;
    server.plan('GET', /^\/outbox$/, failure(500, 'failure', 'Le serveur a eu un problème.'), 9);
    openApp('/', { server });
    expect(await screen.findByText('Le serveur a eu un problème.')).toBeTruthy();
    expect(screen.queryByText('Tout est à jour')).toBeNull();
  });
});
