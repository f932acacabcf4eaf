/*
 * links.mjs: whatever a page points at exists: files, anchors, addresses of the site in
 * feeds and site maps. Links to other hosts are not followed.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { attributes, site_files } from './lib/pages.mjs';

const ELSEWHERE = /^(https:|tel:|mailto:|data:)/;

function targets(html) {
	const moves = [...html.matchAll(/http-equiv="refresh" content="\d+; ?url=([^"]*)"/g)];
	return [...attributes(html, 'href'), ...attributes(html, 'src'), ...moves.map((m) => m[1])];
}

/* The file and the anchor that an address leads to, from a page of the site. */
function aim(path, address) {
	const [file, anchor] = address.split('#').map(decodeURIComponent);
	const base = file.startsWith('/') ? file.slice(1) : posix.join(posix.dirname(path), file);
	return { file: file === '' ? path : posix.normalize(base), anchor };
}

function faults_of(page, files, anchors) {
	return targets(page.html).filter((a) => !ELSEWHERE.test(a)).flatMap((address) => {
		const { file, anchor } = aim(page.path, address);
		const rooted = address.startsWith('/');
		if (rooted !== (page.path === '404.html') && !address.startsWith('#'))
			return [`${page.path}: « ${address} » ${rooted ? 'leaves' : 'does not start at'} the root`];
		if (!files.has(file))
			return [`${page.path}: « ${address} » leads nowhere`];
		if (anchor && !anchors.get(file)?.has(anchor))
			return [`${page.path}: « ${address} »: no such anchor`];
		return [];
	});
}

/* Pages that no chain of links from the home page reaches. */
function orphans(pages) {
	const by_path = new Map(pages.map((p) => [p.path, p]));
	const seen = new Set(['index.html']);
	for (const path of seen) {
		for (const address of attributes(by_path.get(path).html, 'href')) {
			if (ELSEWHERE.test(address))
				continue;
			const { file } = aim(path, address);
			if (by_path.has(file))
				seen.add(file);
		}
	}
	const alone = ['introuvable', 'renvoi'];
	return pages.filter((p) => !seen.has(p.path) && !alone.includes(p.nature))
		.map((p) => `${p.path}: no link leads to it`);
}

/* Files named by a style: none may come from another host, all must exist. */
function style_faults(site, files) {
	return [...files].filter((f) => f.endsWith('.css')).flatMap((path) => {
		const css = readFileSync(join(site.folder, path), 'utf8');
		return [...css.matchAll(/url\(["']?([^"')]*)|@import\s+["']([^"']*)/g)]
			.map((m) => m[1] ?? m[2])
			.filter((a) => !a.startsWith('data:') && !files.has(aim(path, a).file))
			.map((a) => `${path}: « ${a} » leads nowhere`);
	});
}

/* What sitemap.xml and the feed say of this site, when it knows its own address. */
function machine_faults(site, files) {
	const home = /<link rel="canonical" href="(https:\/\/[^/]*\/)"/.exec(
		site.pages.find((p) => p.path === 'index.html').html)?.[1];
	if (!home)
		return [];
	return [...files].filter((f) => f.endsWith('.xml')).flatMap((path) => {
		const xml = readFileSync(join(site.folder, path), 'utf8');
		const places = [...xml.matchAll(/<loc>([^<]*)|<link [^>]*href="([^"]*)"/g)];
		if (places.length === 0)
			return [`${path}: names no address`];
		return places.map((m) => m[1] ?? m[2]).filter((a) => a.startsWith(home))
			.map((a) => decodeURIComponent(a.slice(home.length)))
			.map((a) => (a === '' || a.endsWith('/') ? `${a}index.html` : a))
			.filter((a) => !files.has(a)).map((a) => `${path}: « ${a} » leads nowhere`);
	});
}

export async function links({ report, sites }) {
	for (const site of sites) {
		const files = new Set(site_files(site.folder));
		const anchors = new Map(site.pages.map((p) => [p.path, new Set(attributes(p.html, 'id'))]));
		await report.test(`links of ${site.name}`, () =>
			site.pages.flatMap((page) => faults_of(page, files, anchors)));
		await report.test(`no page of ${site.name} stands alone`, () => orphans(site.pages));
		await report.test(`files of the styles of ${site.name}`, () => style_faults(site, files));
		await report.test(`addresses for machines of ${site.name}`, () =>
			machine_faults(site, files));
	}
}
