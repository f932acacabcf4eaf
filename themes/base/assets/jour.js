/*
 * jour.js: marks today, says who is open, hides ended alerts. No page needs it.
 * Rules: src/resolve/opening.h.
 */
(function () {
	'use strict';
	function each(what, f) {
		document.querySelectorAll(what).forEach(f);
	}
	function clock(minute) {
		var m = minute % 60;
		return (minute - m) / 60 + '\u00a0h' + (m ? '\u00a0' + (m < 10 ? '0' : '') + m : '');
	}
	/* A day is its noon in UTC. */
	function noon(iso, days) {
		return new Date(+new Date(iso + 'T12:00Z') + (days || 0) * 864e5);
	}
	function number(iso) {
		return noon(iso).getUTCDay() || 7;
	}
	function words(iso, dated) {
		var o = {weekday: 'long', timeZone: 'UTC'};
		if (dated)
			o.day = 'numeric', o.month = 'long';
		return noon(iso).toLocaleDateString(document.documentElement.lang, o).replace(' 1 ', ' 1er ');
	}
	/* An ISO week is its Thursday's. */
	function even(iso) {
		var t = noon(iso, 4 - number(iso));
		return (t - Date.UTC(t.getUTCFullYear(), 0)) / 6048e5 % 2 >= 1;
	}
	function hours(rules, iso) {
		var slots = '', day = iso.replace(/-/g, ''), nth = Math.ceil(day.slice(6) / 7);
		if (noon(iso, 7).getUTCMonth() !== noon(iso).getUTCMonth())
			nth += '6';
		rules.replace(/(?:(\d+)-?(\d*)\/)?(\d*)([pi]?)([n\d]*)=(\S*)/g, function (rule, from, to, days, parity, places, its) {
			var d = from && day.slice(-from.length);
			to = to || from;
			if ((!from || (from > to ? from <= d || d <= to : from <= d && d <= to)) &&
				(!days || days.indexOf(number(iso)) >= 0) &&
				(!parity || even(iso) === (parity === 'p')) &&
				places.split('n').every(function (n) { return !n || RegExp('[' + nth + ']').test(n); }))
				slots = its;
		});
		return (slots.match(/\d+-\d+/g) || []).map(function (r) { return r.split('-'); });
	}
	function state(e, today, minute) {
		for (var d = 0; d < 60; d++) {
			var iso = noon(today, d).toISOString().slice(0, 10);
			var next = hours(e.regles, iso).filter(function (r) { return d || minute < r[1]; })[0];
			if (next)
				return d || minute < next[0]
					? (d ? e.ouvreJour : e.ouvre).replace('%h', clock(next[0]))
						.replace('%j', d === 1 ? e.demain : words(iso, d > 6))
					: e.ouverte.replace('%h', clock(next[1]));
		}
		return '';
	}
	function show() {
		each('[data-fin]', function (e) {
			e.hidden = Date.parse(e.dataset.fin) <= Date.now();
			e.parentNode.hidden = !e.parentNode.querySelector('[data-fin]:not([hidden])');
		});
		/* Swedes write 2026-11-24 10:00:00. */
		var said = {}, t = new Date().toLocaleString('sv', {timeZone: document.body.dataset.fuseau})
			.split(/[ :]/), today = t[0];
		each('[data-jour]', function (e) {
			e[+e.dataset.jour === number(today) ? 'setAttribute' : 'removeAttribute']('aria-current', 'date');
		});
		each('[data-regles]', function (e) {
			var d = e.dataset;
			if (!said[d.lieu]) {
				said[d.lieu] = e.textContent = words(today, true) + ' ';
				e.appendChild(document.createElement('strong')).textContent = state(d, today, t[1] * 60 + +t[2]);
			}
		});
	}
	show();
	setInterval(show, 60000);
})();
