/*
 * layout.mjs: every template holds in narrow windows and with large letters: nothing
 * scrolls sideways and no word is cut. Beauty is judged by eye, on screenshots.
 */
import { with_letters, with_page } from './lib/browser.mjs';

/* Names what sticks out of the window, or whose words are cut. A wide table scrolls in
 * its own frame, which is meant. */
function cut_elements() {
	const root = document.documentElement;
	const faults = [];
	if (root.scrollWidth > root.clientWidth)
		faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
	const name = (e) => `${e.tagName.toLowerCase()}.${e.className} « ${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)} »`;
	for (const e of document.body.querySelectorAll('*')) {
		const style = getComputedStyle(e);
		const box = e.getBoundingClientRect();
		if (box.width === 0 || e.matches('.evitement') || e.closest('.tableau, pre') ||
			style.clipPath === 'inset(50%)') /* for ears only */
			continue;
		if (box.right > root.clientWidth + 1 || box.left < -1)
			faults.push(`${name(e)} sticks out`);
		if (style.overflow === 'hidden' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
			faults.push(`${name(e)} is cut`);
	}
	return faults;
}

/* Words that lie on other words: two pieces of text, neither inside the other. */
function overlaps() {
	const boxes = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode;
		if (!node.data.trim() || node.parentElement.closest('.evitement') ||
			getComputedStyle(node.parentElement).clipPath === 'inset(50%)')
			continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		for (const r of range.getClientRects())
			if (r.width > 1 && r.height > 1)
				boxes.push({ r, node });
	}
	boxes.sort((a, b) => a.r.top - b.r.top);
	const faults = [];
	const MOST = 4; /* tall letters may touch the line above by as much */
	boxes.forEach((a, i) => {
		for (let j = i + 1; j < boxes.length && boxes[j].r.top < a.r.bottom; j++) {
			const b = boxes[j];
			const across = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
			const down = Math.min(a.r.bottom, b.r.bottom) - b.r.top;
			const low = Math.min(a.r.height, b.r.height);
			if (a.node !== b.node && across > MOST && down > low / 2)
				faults.push(`« ${a.node.data.trim().slice(0, 30)} » lies on « ${b.node.data.trim().slice(0, 30)} »`);
		}
	});
	return faults;
}

const WIDTHS = [
	{ name: '320 px', width: 320 },
	/* What zoom does to a window of 1280 px; 400 % is the 320 px above. */
	{ name: 'zoom 200 %', width: 640 },
];
/* Letters alone, as many people set them once and for all. */
const LETTERS = [
	{ name: 'letters 200 % on a phone', width: 390 },
	{ name: 'letters 200 % on a desk', width: 1440 },
];

async function look(page, address) {
	await page.goto(address);
	return [...await page.evaluate(cut_elements), ...await page.evaluate(overlaps)];
}

/* Widths in em are counted in the letters that were set: or what follows tests nothing. */
async function letters_are(page, address, pixels) {
	await page.goto(address);
	const set = await page.evaluate((p) =>
		matchMedia(`(max-width: ${Math.ceil(innerWidth / p)}em)`).matches, pixels);
	return set ? [] : [`letters are not ${pixels} px`];
}

export async function layout({ browser, report, server, sites }) {
	const shown = sites.filter((s) => !s.timed);
	const hold = async (name, page) => {
		for (const site of shown)
			for (const { path } of site.samples)
				await report.test(`${name}: ${site.name}/${path}`,
					() => look(page, server.at(site, `/${path}`)));
	};
	for (const { name, width } of WIDTHS)
		await with_page(browser, { width }, (page) => hold(name, page));
	for (const { name, width } of LETTERS)
		await with_letters(32, width, async (page) => {
			await report.test(`${name}: the setting holds`,
				() => letters_are(page, server.at(shown[0]), 32));
			await hold(name, page);
		});
}
