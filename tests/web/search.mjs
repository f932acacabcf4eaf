/*
 * search.mjs: what inhabitants type, misspelt, unaccented, plural, colloquial, and the
 * page that must come first; and the search without a script, from a disk, unused.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { with_page } from './lib/browser.mjs';

const QUERIES = [
	['carte grise', 'demarches/carte-grise.html'],
	['cartes grises', 'demarches/carte-grise.html'],
	['carte identite', 'demarches/carte-identite.html'],
	['CNI', 'demarches/carte-identite.html'],
	['passport', 'demarches/passeport.html'],
	['passeports', 'demarches/passeport.html'],
	['je veux me marier', 'demarches/mariage.html'],
	['pacs', 'demarches/pacs.html'],
	['extrait de naissance', 'demarches/acte-naissance.html'],
	['acte de deces', 'demarches/acte-deces.html'],
	['inscription liste electorale', 'demarches/liste-electorale.html'],
	['permis de construire', 'demarches/permis-construire.html'],
	['abri de jardin', 'demarches/declaration-prealable.html'],
	['louer la salle', 'demarches/louer-salle.html'],
	['salle des fetes', 'vie-locale/salle-des-fetes.html'],
	['dechetterie', 'lieux/dechetterie.html'],
	['poubele', 'collectes.html'],
	['ecole', 'enfance/ecole.html'],
	['vacance scolaire', 'calendrier-scolaire.html'],
	['cantine', 'demarches/cantine.html'],
	['cimetierre', 'vie-pratique/cimetiere.html'],
	['bibliotheque', 'vie-locale/bibliotheque.html'],
	['eau coupée', 'actualites/coupure-eau.html'],
	['urbanisme', 'urbanisme/index.html'],
	['seances du conseil municipal', 'mairie/conseil.html'],
	['infirmieres', 'annuaire/sante/cabinet-d-infirmieres.html'],
	['bus', 'vie-pratique/transports.html'],
	['vide grenier', 'demarches/vide-grenier.html'],
];

/* STEM("as written", "stems"): the table of the program's own test. */
const STEMS = [...readFileSync(new URL('../unit/text/stems.def', import.meta.url), 'utf8')
	.matchAll(/^STEM\("(.*)", "(.*)"\)$/gm)].map(([, written, stems]) => ({ written, stems }));

async function first_of(page, query) {
	await page.locator('#q').fill(query);
	await page.locator('#recherche-etat').filter({ hasText: /./ }).waitFor();
	return page.locator('#recherche-resultats a').evaluateAll((all) =>
		all.map((a) => a.getAttribute('href')));
}

async function finds(page, home) {
	const faults = [];
	await page.goto(`${home}recherche.html`);
	for (const [query, wanted] of QUERIES) {
		const found = await first_of(page, query);
		if (found[0] !== wanted)
			faults.push(`« ${query} » gives ${found.slice(0, 3)}, not ${wanted}`);
	}
	return faults;
}

async function same_stems(page, home) {
	await page.goto(`${home}recherche.html`);
	await page.locator('#q').focus();
	await page.waitForFunction(() => window.tambourRecherche && window.tambourRecherche.stems);
	const faults = [];
	for (const { written, stems } of STEMS) {
		const got = await page.evaluate((w) => window.tambourRecherche.stems(w).join(' '), written);
		if (got !== stems)
			faults.push(`« ${written} » gives ${got} here, ${stems} in the program`);
	}
	return STEMS.length > 20 ? faults : ['no table of stems'];
}

/* From the field of any page to the page one looked for, by keyboard alone. */
async function by_keyboard(page, home) {
	await page.goto(`${home}vie-pratique/eau.html`);
	await page.locator('header input[name=q]').focus();
	await page.keyboard.type('salle des fêtes');
	await page.keyboard.press('Enter');
	await page.locator('#recherche-resultats a').first().waitFor();
	await page.locator('#recherche-resultats a').first().focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/salle/);
	return [];
}

async function loaded_when_used(page, home) {
	const asked = [];
	page.on('request', (r) => asked.push(r.url()));
	await page.goto(`${home}recherche.html`);
	await page.waitForLoadState('networkidle');
	const before = asked.filter((u) => u.includes('recherche-mots')).length;
	await first_of(page, 'mairie');
	await first_of(page, 'école');
	const after = asked.filter((u) => u.includes('recherche-mots')).length;
	return before === 0 && after === 1 ? [] : [`asked for the words ${before}, then ${after} times`];
}

async function without_script(page, home) {
	await page.goto(`${home}recherche.html?q=carte`);
	const letters = await page.locator('.alphabet-lettre').count();
	await page.locator('.alphabet-lettre a', { hasText: 'Carte nationale' }).click();
	return letters > 10 && page.url().includes('carte-identite') ? [] : [`${letters} letters, ${page.url()}`];
}

export async function search({ browser, report, server, sites }) {
	const example = sites.find((s) => !s.timed);
	const disk = pathToFileURL(`${example.folder}/`).href, host = server.at(example, '/');
	const tests = [
		['what inhabitants type', finds, host, {}],
		['what they type, from a disk', finds, disk, {}],
		['the same stems as the program', same_stems, host, {}],
		['by keyboard from any page', by_keyboard, host, {}],
		['words loaded when used, once', loaded_when_used, host, {}],
		['an index from A to Z without JavaScript', without_script, host, { javaScriptEnabled: false }],
	];
	for (const [name, test, home, options] of tests)
		await report.test(`search: ${name}`, () => with_page(browser, options,
			async (page, faults) => [...await test(page, home), ...faults]));
}
