/*
 * sites.mjs: builds the sites under test in a temporary folder, with the program under
 * test. What is looked at on them is not its business.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync,
	writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { page_per_template, site_pages } from './pages.mjs';

export const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const TODAY = '2026-11-24';

export function program_path(given) {
	const program = given ? resolve(given) : join(REPOSITORY, 'build/release/tambour');
	if (!existsSync(program))
		throw new Error(`no program at ${program}`);
	return program;
}

const MOST_SAID = 2000;

/* Runs the program; with --quiet, a test's commune that gets a message is a fault. */
export function tambour(program, ...args) {
	const env = { ...process.env, TAMBOUR_THEMES: join(REPOSITORY, 'themes') };
	const run = spawnSync(program, args, { env, encoding: 'utf8' });
	const said = args.includes('--quiet') ? run.stdout + run.stderr : '';
	if (run.status !== 0 || said)
		throw new Error(`tambour ${args[0]} gave ${run.status ?? run.error}: ` +
			(run.stderr || said).slice(0, MOST_SAID));
}

/* The example, as a fresh clone has it. */
export function example_copy(folder) {
	const made = ['public', '.tambour'];
	cpSync(join(REPOSITORY, 'example-commune'), folder, {
		recursive: true, filter: (path) => !made.includes(basename(path)),
	});
}

function change(file, from, to) {
	const text = readFileSync(file, 'utf8');
	if (!text.includes(from))
		throw new Error(`${file} no longer says « ${from} »`);
	writeFileSync(file, text.replace(from, to));
}

export function new_commune(program, folder, ...facts) {
	tambour(program, 'new', folder, '--nom', 'Le Petit-Val', '--code-insee', '61998',
		'--code-postal', '61000', '--adresse', '1 place de la Mairie',
		'--telephone', '02 61 91 00 10', '--courriel', 'mairie@petit-val.example', ...facts);
}

/* The example in another theme than its own. */
const in_theme = (theme) => (_, folder) => {
	example_copy(folder);
	change(join(folder, 'commune.yaml'), 'theme: bocage', `theme: ${theme}`);
};

const LONG_NAME = 'Saint-Symphorien-des-Bruyères-et-Notre-Dame-du-Vieux-Chemin';
const LONG_WORDS = 'La route départementale est fermée entre le bourg et le hameau de la ' +
	'Grande Noë pour la réfection du pont. Une déviation passe par ' +
	'la route des étangs ; les cars scolaires partent dix minutes plus tôt. Les livraisons ' +
	'de plus de douze tonnes sont impossibles. Pour toute urgence, appelez la mairie.';

/* All of them end with 20 December. */
export const ALERTS = 12;
const LEVELS = ['information', 'attention', 'urgence'];

/* Too much of everything: a long name, twelve entries of menu, 200 news, as many long
 * alerts as a bad winter brings. */
function full_commune(program, folder) {
	new_commune(program, folder);
	change(join(folder, 'commune.yaml'), 'nom: "Le Petit-Val"', `nom: "${LONG_NAME}"`);
	for (let i = 1; i <= 10; i++) {
		const section = join(folder, 'pages', `rubrique-${i}`);
		mkdirSync(section);
		writeFileSync(join(section, 'index.md'),
			`---\ntitre: Intercommunalité ${i}\n---\n\nDes mots.\n`);
	}
	for (let i = 1; i <= 200; i++) {
		const month = String(1 + (i % 10)).padStart(2, '0');
		const day = String(1 + (i % 28)).padStart(2, '0');
		writeFileSync(join(folder, 'actualites', `2026-${month}-${day}-nouvelle-${i}.md`),
			`---\ntitre: Nouvelle numéro ${i}, avec un titre assez long pour deux lignes\n` +
			`categorie: Vie du village\nresume: ${LONG_WORDS}\n---\n\nDes mots.\n`);
	}
	for (let i = 1; i <= ALERTS; i++)
		writeFileSync(join(folder, 'actualites', `2026-11-20-pont-${i}.md`),
			`---\ntitre: Pont n° ${i} de la Grande Noë fermé à toute circulation jusqu’à nouvel ` +
			`ordre\nresume: ${LONG_WORDS}\nalerte:\n  niveau: ${LEVELS[i % LEVELS.length]}\n` +
			'  du: 2026-11-20\n  au: 2026-12-20\n---\n\nDes mots.\n');
}

const WEEK = `  horaires:
    lundi: 9h-12h
    mardi: 9h-12h, 14h-17h30
    mercredi: fermé
    jeudi: 9h-12h
    vendredi: 14h-18h
    samedi: sur rendez-vous
    dimanche: fermé
  fermetures:
    - du: 2026-12-10
      au: 2026-12-10
      motif: Réunion
      horaires: 14h-16h
    - du: 2026-12-24
      au: 2026-12-31
      motif: Fêtes de fin d’année
`;

function timed_commune(program, folder, ...facts) {
	new_commune(program, folder, ...facts);
	const file = join(folder, 'commune.yaml');
	const text = readFileSync(file, 'utf8');
	const week = /^ {2}# Vos horaires[^]*?(?=\nsite:)/m;
	if (!week.test(text))
		throw new Error('the hours of a new commune are no longer where they were');
	writeFileSync(file, text.replace(week, WEEK));
	writeFileSync(join(folder, 'pages/mairie/horaires.md'),
		'---\ntitre: Venir à la mairie\n---\n\nDes mots.\n\n```horaires\n```\n');
}

/* A procedure that its operator lets us frame. */
export const FRAMED = 'demarches/composteur.html';
function framed_commune(_, folder) {
	example_copy(folder);
	change(join(folder, 'catalogues/interco/demarches/composteur.md'),
		'  libelle: Réserver un composteur\n',
		'  libelle: Réserver un composteur\n  affichage: cadre\n');
}

/* What a theme can show, in every state: a site of its own. */
export const GALLERY = 'galerie.html';
const gallery_of = (theme) => ({ name: `galerie-${theme}`, make: in_theme(theme),
	shown: GALLERY, gallery: true, options: ['--gallery'] });

const overseas = (program, folder) => timed_commune(program, folder,
	'--code-insee', '97499', '--code-postal', '97499');

/* A site that is looked at whole, or, when its pages are like each other or like those of
 * another site, by one page per template, or by the one `shown`; `timed` ones serve the
 * hours only. */
export const THEMES = ['bocage', 'littoral', 'sobre'];
const SITES = [
	...[...THEMES, 'base'].map((theme) => ({ name: theme, make: in_theme(theme), whole: true })),
	{ name: 'petite', make: new_commune, whole: true },
	{ name: 'pleine', make: full_commune },
	...THEMES.map(gallery_of),
	{ name: 'cadre', make: framed_commune, shown: FRAMED },
	{ name: 'heures', make: timed_commune, timed: true },
	{ name: 'reunion', make: overseas, timed: true },
];

/* A site that people go through: not one of hours only, nor specimens. */
export const is_visited = (site) => !site.timed && !site.gallery;

/* Each site lies in ROOT/<name>/public. All of them on a known day, or those that are
 * named on another. */
export function sites_build(given, names, date = TODAY) {
	const program = program_path(given);
	const root = mkdtempSync(join(tmpdir(), 'tambour-web-'));
	const list = SITES.filter((s) => !names || names.includes(s.name)).map(({ name, make, whole, shown, timed, gallery, options = [] }) => {
		const commune = join(root, name);
		const folder = join(commune, 'public');
		make(program, commune);
		tambour(program, 'build', commune, '-o', folder, '--date', date, '--quiet', ...options);
		const pages = site_pages(folder);
		const samples = shown ? pages.filter((p) => p.path === shown)
			: page_per_template(pages);
		return { name, folder, pages, samples, looked_at: whole ? pages : samples, shown, timed, gallery };
	});
	return { root, list, program, remove: () => rmSync(root, { recursive: true }) };
}
