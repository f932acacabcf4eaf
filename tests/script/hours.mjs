/*
 * hours.mjs: asks themes/base/assets/jour.js what opening_days.c asked the engine.
 * usage: node hours.mjs jour.js ANSWERS, the output of opening_days
 */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const [script, answers] = process.argv.slice(2);
const rows = readFileSync(answers, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
const zone = rows.find(([what]) => what === 'zone')[1];

/* As little of a page as the script looks at. */
const place = {
	dataset: {
		lieu: 'mairie', regles: '', ouverte: 'jusqu’à %h', ouvre: 'ouvre à %h',
		ouvreJour: 'ouvre %j à %h', demain: 'demain',
	},
	textContent: '',
	appendChild(child) { return (this.strong = child); },
};
const days = [1, 2, 3, 4, 5, 6, 7].map((n) => ({
	dataset: { jour: String(n) }, marked: false,
	setAttribute() { this.marked = true; }, removeAttribute() { this.marked = false; },
}));
const alert = {
	dataset: { fin: '' }, hidden: false,
	parentNode: { hidden: false, querySelector: () => (alert.hidden ? null : alert) },
};
const found = { '[data-regles]': [place], '[data-jour]': days, '[data-fin]': [alert] };

let instant = 0, show = null;
class Clock extends Date {
	constructor(...given) { super(...(given.length ? given : [instant])); }
	static now() { return instant; }
}
const context = {
	Date: Clock, Intl,
	document: {
		body: { dataset: { fuseau: zone } }, documentElement: { lang: 'fr' },
		querySelectorAll: (selector) => found[selector],
		createElement: () => ({ textContent: '' }),
	},
	setInterval: (f) => { show = f; },
};
alert.dataset.fin = '2026-06-30T18:00:00+00:00';
vm.runInNewContext(readFileSync(script, 'utf8'), context);

let asked = 0;
const faults = [];
for (const [what, at, third, fourth] of rows) {
	if (what === 'rules')
		place.dataset.regles = third;
	if (what !== 'at')
		continue;
	instant = Date.parse(at);
	show();
	asked++;
	const said = place.strong.textContent, wanted = fourth ?? '';
	const marked = days.filter((d) => d.marked).map((d) => d.dataset.jour).join();
	if (said !== wanted)
		faults.push(`${at}: said « ${said} », not « ${wanted} »`);
	if (marked !== third)
		faults.push(`${at}: marked ${marked}, not ${third}`);
	const over = instant >= Date.parse(alert.dataset.fin);
	if (alert.hidden !== over || alert.parentNode.hidden !== over)
		faults.push(`${at}: an alert that ends at ${alert.dataset.fin} is ${alert.hidden ? 'hidden' : 'shown'}`);
}
if (asked < 2 * 365)
	faults.push(`only ${asked} moments were asked for`);
for (const fault of faults.slice(0, 20))
	console.error(fault);
console.log(`${asked} moments in ${zone}, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
