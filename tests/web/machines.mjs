/*
 * machines.mjs: what pages tell machines: the JSON-LD of every page, held against a table
 * of what schema.org names and of what is of no use without; how a link to it is shown
 * elsewhere; the web manifest; the QR code of paper, which no screen fetches. Whether it is true of the commune is not looked at here,
 * but for the way to the page, which readers see too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { with_page } from './lib/browser.mjs';

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?$/;
const CLOCK = /^\d\d:\d\d(:\d\d)?$/;
const ADDRESS = /^https:\/\/\S+$/;
const PHONE = /^\+?\d+$/;
const PERHAPS = '?';

/* For each type, its properties: a pattern, the types of what it holds, or `some` text.
 * A name that ends in « ? » may be absent. What is not named here is a fault. */
const some = /\S/;
const TYPES = {
	CityHall: { name: some, 'telephone?': PHONE, 'email?': /^\S+@\S+$/, 'url?': ADDRESS,
		address: ['PostalAddress'], 'department?': ['GovernmentOffice'],
		'openingHoursSpecification?': ['OpeningHoursSpecification'],
		'specialOpeningHoursSpecification?': ['OpeningHoursSpecification'] },
	GovernmentOffice: { name: some, 'telephone?': PHONE, 'email?': /^\S+@\S+$/,
		'address?': ['PostalAddress'],
		'openingHoursSpecification?': ['OpeningHoursSpecification'],
		'specialOpeningHoursSpecification?': ['OpeningHoursSpecification'] },
	OpeningHoursSpecification: { opens: CLOCK, closes: CLOCK,
		'dayOfWeek?': /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/,
		'validFrom?': DAY, 'validThrough?': DAY },
	PostalAddress: { 'streetAddress?': some, 'postalCode?': /^\d{5}$/,
		'addressLocality?': some, addressCountry: /^[A-Z]{2}$/ },
	GovernmentService: { name: some, 'description?': some, 'url?': ADDRESS,
		'serviceType?': some, audience: ['Audience'], areaServed: ['AdministrativeArea'],
		'serviceOperator?': ['GovernmentOrganization', 'CityHallNamed'],
		availableChannel: ['ServiceChannel'] },
	Audience: { audienceType: some },
	AdministrativeArea: { name: some },
	GovernmentOrganization: { name: some, 'url?': ADDRESS, 'telephone?': PHONE },
	CityHallNamed: { name: some, 'url?': ADDRESS, 'telephone?': PHONE },
	ServiceChannel: { name: some, 'serviceUrl?': ADDRESS, 'serviceLocation?': ['Place'],
		'servicePhone?': ['ContactPoint'] },
	ContactPoint: { telephone: PHONE },
	Place: { 'name?': some, 'address?': ['PostalAddress'] },
	Event: { name: some, startDate: MOMENT, endDate: MOMENT,
		eventStatus: /^https:\/\/schema\.org\/Event(Scheduled|Cancelled)$/,
		'description?': some, 'url?': ADDRESS, 'location?': ['Place'],
		'organizer?': ['Organization'] },
	Organization: { name: some },
	BreadcrumbList: { itemListElement: ['ListItem'] },
	ListItem: { position: /^[1-9]\d*$/, name: some, item: /^\S+$/ },
};
/* What a page of this nature must be. */
const NATURES = { accueil: 'CityHall', horaires: 'CityHall', demarche: 'GovernmentService',
	evenement: 'Event' };

function faults_of_value(value, rule, where) {
	if (!Array.isArray(rule))
		return rule.test(String(value)) ? [] : [`${where}: « ${value} »`];
	const list = Array.isArray(value) ? value : [value];
	if (list.length === 0)
		return [`${where} is empty`];
	return list.flatMap((one) => faults_of_thing(one, rule, where));
}

/* A thing of one of these types, and of nothing else. */
function faults_of_thing(thing, types, where) {
	const type = types.find((t) => t.replace('Named', '') === thing?.['@type']);
	if (!type)
		return [`${where} is « ${thing?.['@type']} »`];
	const given = Object.keys(thing).filter((key) => !key.startsWith('@'));
	const names = Object.entries(TYPES[type]);
	const known = names.map(([name]) => name.replace(PERHAPS, ''));
	return [
		...given.filter((key) => !known.includes(key)).map((key) => `${where}: ${key} of ${type}?`),
		...names.flatMap(([name, rule]) => {
			const key = name.replace(PERHAPS, '');
			if (thing[key] === undefined)
				return key === name ? [`${where}: no ${key}`] : [];
			return faults_of_value(thing[key], rule, `${where}.${key}`);
		}),
	];
}

function scripts_of(html) {
	const found = html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g);
	return [...found].map((m) => JSON.parse(m[1]));
}

const plain = (html) => html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&')
	.replaceAll('&#39;', '\'').replaceAll('&quot;', '"');

/* The steps that readers see, but for the first: home has two names. */
function steps_shown(html) {
	const trail = /<nav class="fil"[^]*?<\/nav>/.exec(html)?.[0] ?? '';
	return [...trail.matchAll(/<li>([^]*?)<\/li>/g)].map((m) => plain(m[1]));
}

function trail_faults(page, trail) {
	const shown = steps_shown(page.html);
	const told = trail?.itemListElement ?? [];
	const faults = told.filter((step, i) => step.position !== i + 1)
		.map((step) => `${page.path}: a step is ${step.position}`);
	const hidden = page.html.includes('<meta name="robots" content="noindex">');
	if (!hidden && shown.length !== told.length)
		faults.push(`${page.path}: ${told.length} steps are told, ${shown.length} shown`);
	if (told.length > 0 && shown.at(-1) !== told.at(-1).name)
		faults.push(`${page.path}: told « ${told.at(-1).name} », shown « ${shown.at(-1)} »`);
	const home = /<link rel="canonical" href="(https:\/\/[^/]*\/)/.exec(page.html)?.[1];
	return faults.concat(told.filter((step) => home && !step.item.startsWith(home))
		.map((step) => `${page.path}: a step leads to ${step.item}`));
}

function page_faults(page) {
	const things = scripts_of(page.html);
	const wanted = NATURES[page.nature];
	const types = things.map((t) => t['@type']);
	const roots = ['CityHall', 'GovernmentService', 'Event', 'BreadcrumbList'];
	return [
		...things.flatMap((t) => faults_of_thing(t, roots, page.path)),
		...things.filter((t) => t['@context'] !== 'https://schema.org')
			.map(() => `${page.path}: of another vocabulary`),
		...(wanted && !types.includes(wanted) ? [`${page.path}: no ${wanted}`] : []),
		...trail_faults(page, things.find((t) => t['@type'] === 'BreadcrumbList')),
	];
}

/* Of ogp.me: what every shared page has, and the sign of each value. */
const SHARED = { 'og:title': some, 'og:type': /^(website|article)$/, 'og:locale': /^fr_FR$/,
	'og:site_name': some };
const SHARED_PERHAPS = { 'og:description': some, 'og:url': ADDRESS, 'og:image': ADDRESS,
	'og:image:width': /^[1-9]\d{2,3}$/, 'og:image:height': /^[1-9]\d*$/,
	'og:image:alt': some, 'article:published_time': DAY };

function shared_of(html) {
	const found = html.matchAll(/<meta property="([^"]*)" content="([^"]*)">/g);
	return [...found].map((m) => [m[1], plain(m[2])]);
}

function shared_faults(site, page) {
	const told = new Map(shared_of(page.html));
	if (page.html.includes('<meta name="robots" content="noindex">'))
		return told.size > 0 ? [`${page.path} is not to be found, and is shared`] : [];
	const canonical = /<link rel="canonical" href="([^"]*)"/.exec(page.html)?.[1];
	const home = canonical?.replace(/^(https:\/\/[^/]*\/).*/, '$1');
	const image = told.get('og:image');
	const rules = { ...SHARED, ...SHARED_PERHAPS };
	return [
		...(told.size < shared_of(page.html).length ? ['a name stands twice'] : []),
		...Object.keys(SHARED).filter((name) => !told.has(name)).map((name) => `no ${name}`),
		...[...told].filter(([name, value]) => !rules[name]?.test(value))
			.map(([name, value]) => `${name} « ${value} »`),
		...(told.get('og:url') === canonical ? [] : ['og:url is not the canonical address']),
		...(image && !existsSync(join(site.folder, decodeURIComponent(image.slice(home.length))))
			? [`${image} leads nowhere`] : []),
	].map((fault) => `${page.path}: ${fault}`);
}

const HEXADECIMAL = /^#[0-9a-f]{6}$/;
const MANIFEST = { name: some, short_name: some, lang: /^fr$/, start_url: /^index\.html$/,
	scope: /^\.\/$/, display: /^browser$/, background_color: HEXADECIMAL,
	theme_color: HEXADECIMAL };

function manifest_faults(site) {
	const { icons, ...told } = JSON.parse(readFileSync(join(site.folder, 'manifest.json'), 'utf8'));
	return [
		...Object.entries(MANIFEST).filter(([name, rule]) => !rule.test(told[name]))
			.map(([name]) => `${name} is « ${told[name]} »`),
		...(icons.length === 0 ? ['no icon'] : []),
		...icons.filter((i) => !existsSync(join(site.folder, decodeURIComponent(i.src))))
			.map((i) => `${i.src} leads nowhere`),
		...icons.filter((i) => !/^(any|\d+x\d+)$/.test(i.sizes) || !/^image\/[a-z+]+$/.test(i.type))
			.map((i) => `${i.src}: ${i.sizes}, ${i.type}`),
		...site.pages.filter((p) => !p.html.includes('manifest.json">'))
			.map((p) => `${p.path}: no manifest`),
	];
}

/* Read to its end, then printed: only then does the code come, whole. */
async function code_faults(page, address) {
	const fetched = [];
	page.on('request', (r) => fetched.push(r.url()));
	await page.goto(address);
	await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
	await page.waitForLoadState('networkidle');
	const faults = fetched.filter((url) => url.endsWith('.qr.svg')).map((url) => `fetched: ${url}`);
	const code = page.locator('.code-qr');
	if (await code.isVisible())
		faults.push('it is shown on a screen');
	await page.pdf();
	if (!fetched.some((url) => url.endsWith('.qr.svg')))
		faults.push('it is not fetched to be printed');
	await page.emulateMedia({ media: 'print' });
	const width = await code.locator('img').evaluate((img) => img.naturalWidth && img.offsetWidth);
	if (width < 70)
		faults.push(`on paper it is ${width} pixels wide`);
	return faults;
}

export async function machines({ browser, report, server, sites }) {
	for (const name of ['bocage', 'base'])
		await with_page(browser, {}, (page) => report.test(`QR code of ${name}, on paper`, () =>
			code_faults(page, server.at(sites.find((s) => s.name === name), '/demarches/passeport.html'))));
	for (const site of sites) {
		await report.test(`JSON-LD of ${site.name}, ${site.pages.length} pages`, () =>
			site.pages.flatMap(page_faults));
		await report.test(`links to pages of ${site.name}, shown elsewhere`, () =>
			site.pages.flatMap((page) => shared_faults(site, page)));
		await report.test(`web manifest of ${site.name}`, () => manifest_faults(site));
	}
}
