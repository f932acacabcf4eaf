/*
 * recherche.js: finds pages as one types, on recherche.html alone. What the search knows
 * is loaded when it is first used: src/render/search.c says how it is written. Without
 * this script the page is an index from A to Z.
 */
(function () {
	'use strict';
	var form = document.getElementById('recherche'), field = document.getElementById('q');
	var state = document.getElementById('recherche-etat');
	var list = document.getElementById('recherche-resultats');
	var said = form.dataset, known, asked;
	var MOST = 20, PREFIX = 3;
	var little = ' au aux avec ce ces cette comment dans de des du elle en est et faut il je la le les leur' +
		' leurs ma me mes mon ne nos notre nous on ou par pas pour qu quand que quel quelle quelles quels' +
		' qui sa se ses son sont sur tu un une veux vos votre voudrais vous ';

	/* ---- words, as src/text/words.c has them ---- */

	function fold(text) {
		return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '')
			.replace(/\u0153/g, 'oe').replace(/\u00e6/g, 'ae');
	}
	function stem(w) {
		if (/[0-9]/.test(w)) return w;
		if (w.length > 3) {
			if (/aux$/.test(w) && !/eaux$/.test(w)) w = w.slice(0, -2) + 'l';
			else if (/[sx]$/.test(w)) w = w.slice(0, -1);
		}
		if (w.length > 3) w = w.replace(/ail$/, 'al');
		for (var i = 0; i < 2 && w.length > 3 && /e$/.test(w); i++) w = w.slice(0, -1);
		if (w.length > 3 && w[w.length - 1] === w[w.length - 2]) w = w.slice(0, -1);
		return w;
	}
	function stems(text) {
		return (fold(text).match(/[a-z0-9]+/g) || []).filter(function (w) {
			return w.length < 25 && (w.length > 1 || /[0-9]/.test(w)) &&
				little.indexOf(' ' + w + ' ') < 0;
		}).map(stem);
	}

	/* ---- near words: letters added, lost, changed or swapped ---- */

	function distance(a, b, most) {
		if (Math.abs(a.length - b.length) > most) return most + 1;
		var before, row = [], next, i, j;
		for (j = 0; j <= b.length; j++) row[j] = j;
		for (i = 1; i <= a.length; i++) {
			next = [i];
			for (j = 1; j <= b.length; j++) {
				next[j] = Math.min(row[j] + 1, next[j - 1] + 1,
					row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
				if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
					next[j] = Math.min(next[j], before[j - 2] + 1);
			}
			before = row;
			row = next;
		}
		return row[b.length];
	}
	function common(a, b) {
		var i = 0;
		while (i < a.length && a[i] === b[i]) i++;
		return i;
	}

	/* ---- where a word stands ---- */

	var weights = {A: 1, B: 3, C: 9, D: 11};
	function places(at, quality, into) {
		var page = 0;
		known.ou[at].replace(/([0-9a-v]+)([A-D])/g, function (all, step, weight) {
			page += parseInt(step, 32);
			into[page] = Math.max(into[page] || 0, weights[weight] * quality);
		});
	}
	/* Pages of one word: the word itself, those it begins, else those that are near. */
	function pagesOf(word) {
		var into = {}, most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
		known.mots.forEach(function (m, at) {
			if (m === word) places(at, 4, into);
			else if (word.length >= PREFIX && m.indexOf(word) === 0) places(at, 2, into);
		});
		if (Object.keys(into).length) return {pages: into};
		known.mots.forEach(function (m, at) {
			var far = most ? distance(word, m, most) : 1;
			if (far <= most) places(at, 1.5 / far, into);
			else if (common(word, m) >= Math.max(4, 0.6 * Math.max(word.length, m.length)))
				places(at, 0.5, into);
		});
		return {pages: into, near: true};
	}

	/* Pages that have all the words; when none has, those that have most. */
	function find(text) {
		var words = stems(text), sums = {}, counts = {}, near = false, best = 0;
		words.forEach(function (w) {
			var found = pagesOf(w);
			near = near || found.near;
			Object.keys(found.pages).forEach(function (p) {
				sums[p] = (sums[p] || 0) + found.pages[p];
				counts[p] = (counts[p] || 0) + 1;
				best = Math.max(best, counts[p]);
			});
		});
		var pages = Object.keys(sums).filter(function (p) { return counts[p] === best; });
		/* What is called just so comes first: by its title, by its address. */
		pages.forEach(function (p) {
			var address = known.pages[p][0].replace(/(\/index)?\.html$/, '').split('/').pop();
			[known.pages[p][1], address].forEach(function (name) {
				var parts = stems(name);
				var hits = words.filter(function (w) { return parts.indexOf(w) >= 0; }).length;
				if (hits) sums[p] += 15 * hits / Math.max(parts.length, words.length);
			});
		});
		pages.sort(function (a, b) { return sums[b] - sums[a] || a - b; });
		return {pages: pages, near: near || best < words.length, words: words.length};
	}

	/* ---- shown ---- */

	function element(name, text, where) {
		var e = document.createElement(name);
		e.textContent = text;
		where.appendChild(e);
		return e;
	}
	function say(text, n, q) {
		state.textContent = text.split('%n').join(n).split('%q').join(q);
	}
	function show() {
		var q = field.value.trim(), found = find(q), n = found.pages.length;
		list.textContent = state.textContent = '';
		if (!found.words) return;
		found.pages.slice(0, MOST).forEach(function (p) {
			var page = known.pages[p], item = element('li', '', list);
			element('a', page[1], item).href = page[0];
			if (page[2]) element('span', page[2], item).className = 'nature';
			if (page[3]) element('p', page[3], item);
		});
		say(!n ? said.rien : found.near ? said.proche : n === 1 ? said.un : said.plusieurs, n, q);
	}
	/* The words come as a script: a page opened from a disk may load nothing else. */
	window.tambourRecherche = function (words) {
		known = {pages: words.pages, mots: words.mots.split(' '), ou: words.ou.split(' ')};
		show();
	};
	window.tambourRecherche.stems = stems; /* for the tests: the program's must be the same */
	function search() {
		if (known) {
			show();
		} else if (!asked) {
			asked = document.createElement('script');
			asked.src = said.mots;
			document.head.appendChild(asked);
		}
	}
	field.addEventListener('focus', search);
	field.addEventListener('input', search);
	form.addEventListener('submit', function (e) {
		e.preventDefault();
		search();
	});
	var q = new URLSearchParams(location.search).get('q');
	if (q) {
		field.value = q;
		search();
	}
})();
