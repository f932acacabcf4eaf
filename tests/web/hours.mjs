/*
 * hours.mjs: what themes/base/assets/jour.js says of the town hall at known moments. The
 * week is the one that lib/sites.mjs writes: open from 9 to 12 on Monday, from 9 to 12
 * and from 14 to 17:30 on Tuesday, closed on Wednesday, from 9 to 12 on Thursday, from 14
 * to 18 on Friday, by appointment on Saturday, closed on Sunday.
 */
import { with_page } from './lib/browser.mjs';
import { ALERTS } from './lib/sites.mjs';

const CASES = [
	['open', '2026-11-24T10:00:00+01:00', 2, 'mardi 24 novembre', 'Ouverte jusqu’à 12 h'],
	['from its first minute', '2026-11-24T09:00:00+01:00', 2, 'mardi 24 novembre', 'Ouverte jusqu’à 12 h'],
	['a minute before', '2026-11-24T08:59:00+01:00', 2, 'mardi 24 novembre', 'Fermée pour l’instant, ouvre à 9 h'],
	['lunch', '2026-11-24T12:30:00+01:00', 2, 'mardi 24 novembre', 'Fermée pour l’instant, ouvre à 14 h'],
	['half an hour', '2026-11-24T17:29:00+01:00', 2, 'mardi 24 novembre', 'Ouverte jusqu’à 17 h 30'],
	['closed from its last minute', '2026-11-24T17:30:00+01:00', 2, 'mardi 24 novembre', 'Fermée, ouvre jeudi à 9 h'],
	['tomorrow', '2026-11-23T13:00:00+01:00', 1, 'lundi 23 novembre', 'Fermée, ouvre demain à 9 h'],
	['a closed day', '2026-11-25T10:00:00+01:00', 3, 'mercredi 25 novembre', 'Fermée, ouvre demain à 9 h'],
	['by appointment', '2026-11-28T10:00:00+01:00', 6, 'samedi 28 novembre', 'Fermée, ouvre lundi à 9 h'],
	['just before midnight', '2026-11-24T23:59:30+01:00', 2, 'mardi 24 novembre', 'Fermée, ouvre jeudi à 9 h'],
	['just after midnight', '2026-11-25T00:00:30+01:00', 3, 'mercredi 25 novembre', 'Fermée, ouvre demain à 9 h'],
	['a public holiday', '2026-05-01T15:00:00+02:00', 5, 'vendredi 1er mai', 'Fermée, ouvre lundi à 9 h'],
	['a closure', '2026-12-28T10:00:00+01:00', 1, 'lundi 28 décembre', 'Fermée, ouvre lundi 4 janvier à 9 h'],
	['other hours for a day', '2026-12-10T10:00:00+01:00', 4, 'jeudi 10 décembre', 'Fermée pour l’instant, ouvre à 14 h'],
	['open at other hours', '2026-12-10T15:00:00+01:00', 4, 'jeudi 10 décembre', 'Ouverte jusqu’à 16 h'],
	['the night of winter time', '2026-10-25T02:30:00+01:00', 7, 'dimanche 25 octobre', 'Fermée, ouvre demain à 9 h'],
	['the night of summer time', '2027-03-28T03:30:00+02:00', 7, 'dimanche 28 mars', 'Fermée, ouvre mardi à 9 h'],
];

/* The instant of « open », read by people far away: the hours are the town hall's. */
const ZONES = ['America/Martinique', 'Pacific/Auckland', 'UTC'];
/* 10 in Paris is 13 in Réunion. */
const OVERSEAS = ['13 h in Réunion', '2026-11-24T10:00:00+01:00', 2, 'mardi 24 novembre',
	'Fermée pour l’instant, ouvre à 14 h'];

const seen = (page) => page.evaluate(() => ({
	said: document.querySelector('[data-etat]').textContent.replace(/\s+/g, ' '),
	days: [...document.querySelectorAll('[data-jour]')].filter((e) => e.hasAttribute('aria-current'))
		.map((e) => e.dataset.jour),
}));

async function faults_at(page, [, , weekday, day, state]) {
	const { said, days } = await seen(page);
	const faults = [];
	if (said !== `${day} ${state}`)
		faults.push(`said « ${said} », not « ${day} ${state} »`);
	if (days.length === 0 || days.some((d) => d !== String(weekday)))
		faults.push(`marked the days ${days}, not ${weekday}`);
	return faults;
}

const PAGES = ['/index.html', '/mairie/horaires.html'];

export async function hours({ browser, report, server, sites }) {
	const paris = sites.find((s) => s.name === 'heures');
	const reunion = sites.find((s) => s.name === 'reunion');
	const hold = (rows, options = {}) => with_page(browser, options, async (page, faults) => {
		for (const { name, site, path, wanted } of rows)
			await report.test(`hours: ${name} on ${site.name}${path}`, async () => {
				await page.clock.setFixedTime(wanted[1]);
				await page.goto(server.at(site, path));
				return [...faults.splice(0), ...await faults_at(page, wanted)];
			});
	});
	await hold(CASES.flatMap((wanted) =>
		PAGES.map((path) => ({ name: wanted[0], site: paris, path, wanted }))));
	await hold([{ name: OVERSEAS[0], site: reunion, path: PAGES[0], wanted: OVERSEAS }]);
	for (const timezoneId of ZONES)
		await hold([{ name: `read in ${timezoneId}`, site: paris, path: PAGES[0], wanted: CASES[0] }],
			{ timezoneId });

	await report.test('hours: an open page follows the clock over midnight', () =>
		with_page(browser, {}, async (page, faults) => {
			await page.clock.install({ time: '2026-11-24T23:58:30+01:00' });
			await page.goto(server.at(paris));
			await page.clock.runFor(3 * 60 * 1000);
			const after = CASES.find((c) => c[0] === 'just after midnight');
			return [...faults, ...await faults_at(page, after)];
		}));
	/* The alerts of lib/sites.mjs end with 20 December: nobody built the site since. */
	const full = sites.find((s) => s.name === 'pleine');
	for (const [name, time, shown] of [
		['alerts are shown until their last minute', '2026-12-20T23:59:00+01:00', ALERTS],
		['alerts that are over hide themselves', '2026-12-21T00:00:00+01:00', 0]])
		await report.test(`hours: ${name}`, () =>
			with_page(browser, {}, async (page, faults) => {
				await page.clock.setFixedTime(time);
				await page.goto(server.at(full));
				const seen = await page.locator('.alerte:visible').count();
				const place = await page.locator('.alertes:visible').count();
				return [...faults, ...seen === shown && place === Math.min(shown, 1)
					? [] : [`${seen} alerts seen in ${place} places`]];
			}));
	await report.test('hours: an open page takes its alerts away by itself', () =>
		with_page(browser, {}, async (page, faults) => {
			await page.clock.install({ time: '2026-12-20T23:58:30+01:00' });
			await page.goto(server.at(full));
			await page.clock.runFor(3 * 60 * 1000);
			const seen = await page.locator('.alerte:visible').count();
			return [...faults, ...seen ? [`${seen} alerts stay`] : []];
		}));
	await report.test('hours: without JavaScript the alert stays, with its date', () =>
		with_page(browser, { javaScriptEnabled: false }, async (page) => {
			await page.goto(server.at(full));
			const said = await page.locator('.alerte-fin').first().textContent();
			return said.includes('20 décembre 2026') ? [] : [`said « ${said} »`];
		}));
	await report.test('hours: each desk says its own state', () =>
		with_page(browser, {}, async (page, faults) => {
			await page.clock.setFixedTime('2026-11-25T10:00:00+01:00');
			await page.goto(server.at(sites.find((s) => s.name === 'bocage'), '/horaires.html'));
			const said = await page.locator('[data-etat] strong').allTextContents();
			const due = ['Fermée, ouvre demain à 9 h', 'Ouvert jusqu’à 12 h',
				'Fermé pour l’instant, ouvre à 14 h'];
			return [...faults, ...due.filter((d) => !said.some((t) => t.replace(/\s/g, ' ') === d))
				.map((d) => `« ${d} » is not among ${said}`)];
		}));
	await report.test('hours: without JavaScript no day is marked and the week is there', () =>
		with_page(browser, { javaScriptEnabled: false }, async (page) => {
			await page.goto(server.at(paris));
			const marked = await page.locator('main [data-jour][aria-current]').count();
			const week = await page.locator('.semaine-jours li').count();
			return marked === 0 && week === 7 ? [] : [`${marked} marked, ${week} days`];
		}));
}
