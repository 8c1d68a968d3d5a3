// The menu and the sections of the village, in memory.
import type { Menu, MenuEntry, Section } from '../../src/api/site';
import type { Content } from '../../src/api/types';
import type { Reply } from './api';

export interface SiteWorld {
  own: MenuEntry[] | null;
  sections: Section[];
}

interface Call {
  world: { site: SiteWorld; contents: Content[] };
  ids: number[];
  body: never;
}

const ok = (body: unknown, status = 200): Reply => ({ status, body });
const missing: Reply = { status: 404, body: { error: { code: 'section_not_found', message: 'Cette rubrique n’existe pas ou n’existe plus.' } } };
const refused = (status: number, code: string, message: string, fields?: object): Reply => ({ status, body: { error: { code, message, ...(fields ? { fields } : {}) } } });

export function newSite(): SiteWorld {
  const section = (id: number, slug: string, title: string, pages: number): Section => ({ id, slug, title, introduction_markdown: '', pages, is_kept: id < 3 });
  return { own: null, sections: [section(1, 'la-mairie', 'La mairie', 1), section(2, 'vivre-ici', 'Vivre ici', 1), section(3, 'tourisme', 'Tourisme', 0)] };
}

function usual({ sections }: SiteWorld): MenuEntry[] {
  const known = sections.filter(({ slug }) => slug === 'la-mairie' || slug === 'vivre-ici').map(({ slug, title }) => ({ label: title, target: `/${slug}` }));
  return [{ label: 'Accueil', target: '/' }, ...known, { label: 'Démarches', target: '/demarches' }, { label: 'Actualités', target: '/actualites' }];
}

const menuOf = (site: SiteWorld): Menu => ({ is_usual: site.own === null, entries: site.own ?? usual(site) });

function saveMenu({ world, body }: Call): Reply {
  const { entries } = body as { entries: MenuEntry[] };
  const wrong = entries.findIndex(({ label }) => label.trim() === '');
  if (wrong >= 0) return refused(422, 'input_invalid', 'Corrigez ce qui est signalé.', { [`entries.${wrong}.label`]: 'Écrivez le nom de l’entrée.' });
  world.site.own = entries;
  return ok(menuOf(world.site));
}

function addSection({ world, body }: Call): Reply {
  const { title } = body as { title: string };
  if (title === 'Démarches') {
    return refused(422, 'input_invalid', 'Corrigez ce qui est signalé.', { title: 'Ce nom est déjà celui d’une partie du site. Choisissez-en un autre.' });
  }
  const made = { id: 10 + world.site.sections.length, slug: title.toLowerCase(), title, introduction_markdown: '', pages: 0, is_kept: false };
  world.site.sections.push(made);
  return ok(made, 201);
}

const find = ({ world, ids }: Call) => world.site.sections.find(({ id }) => id === ids[0]);

function saveSection(call: Call): Reply {
  const found = find(call);
  return found ? ok(Object.assign(found, call.body as object)) : missing;
}

function removeSection(call: Call): Reply {
  const found = find(call);
  if (!found) return missing;
  if (found.pages > 0) return refused(409, 'section_has_pages', 'Cette rubrique contient des pages. Déplacez-les d’abord dans une autre rubrique.');
  call.world.site.sections = call.world.site.sections.filter((section) => section !== found);
  return { status: 204 };
}

function orderSections({ world, body }: Call): Reply {
  const { ids } = body as { ids: number[] };
  world.site.sections.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return { status: 204 };
}

function placePage(call: Call): Reply {
  const page = call.world.contents.find(({ id }) => id === call.ids[0]);
  if (!page) return missing;
  const { section, place } = call.body as { section: string; place: number };
  call.world.contents = call.world.contents.filter((content) => content !== page);
  const there = call.world.contents.filter((content) => content.kind === 'page' && content.section === section);
  const before = there[place - 1];
  call.world.contents.splice(before ? call.world.contents.indexOf(before) : call.world.contents.length, 0, Object.assign(page, { section }));
  return ok(page);
}

export const siteRoutes: [string, RegExp, (call: Call) => Reply][] = [
  ['GET', /^\/menu$/, ({ world }) => ok(menuOf(world.site))],
  ['PUT', /^\/menu$/, saveMenu],
  ['DELETE', /^\/menu$/, ({ world }) => ((world.site.own = null), ok(menuOf(world.site)))],
  ['GET', /^\/sections$/, ({ world }) => ok({ items: world.site.sections })],
  ['POST', /^\/sections$/, addSection],
  ['POST', /^\/sections\/order$/, orderSections],
  ['PUT', /^\/sections\/(\d+)$/, saveSection],
  ['DELETE', /^\/sections\/(\d+)$/, removeSection],
  ['POST', /^\/contents\/(\d+)\/place$/, placePage],
];
