/*
 * jour.js: marks today in the hours of the town hall and says whether it is open now.
 * No page needs it: it reads what the page shows anyway.
 */
(function () {
	'use strict';
	var body = document.body.dataset, lang = document.documentElement.lang;
	var week = {}, closures = [];

	function each(selector, f) {
		[].forEach.call(document.querySelectorAll(selector), f);
	}
	function ranges(text) {
		return text ? text.split(' ').map(function (r) { return r.split('-').map(Number); }) : [];
	}
	function clock(minute) {
		var m = minute % 60;
		return (minute - m) / 60 + '\u00a0h' + (m ? '\u00a0' + (m < 10 ? '0' : '') + m : '');
	}
	/* A day is its noon in UTC, so that no zone moves it. */
	function noon(iso, days) {
		return new Date(Date.parse(iso + 'T12:00Z') + (days || 0) * 864e5);
	}
	function number(iso) {
		return noon(iso).getUTCDay() || 7;
	}
	function words(iso, dated) {
		var o = {weekday: 'long', timeZone: 'UTC'};
		if (dated) {
			o.day = 'numeric';
			o.month = 'long';
		}
		return new Intl.DateTimeFormat(lang, o).format(noon(iso));
	}
	function now() {
		var p = {}, two = '2-digit';
		new Intl.DateTimeFormat('en-GB', {timeZone: body.fuseau, year: 'numeric', month: two,
			day: two, hour: two, minute: two, hourCycle: 'h23'
		}).formatToParts(new Date()).forEach(function (x) { p[x.type] = x.value; });
		return {day: p.year + '-' + p.month + '-' + p.day, minute: p.hour * 60 + +p.minute};
	}
	function hours(iso) {
		var c = closures.filter(function (x) { return x.du <= iso && iso <= x.au; })[0];
		return c ? ranges(c.plages)
			: body.feries.indexOf(iso) < 0 && week[number(iso)] || [];
	}
	/* Until when it is open, or when it opens next. */
	function state(e, t) {
		for (var d = 0; d < 60; d++) {
			var iso = noon(t.day, d).toISOString().slice(0, 10);
			var next = hours(iso).filter(function (r) { return d || t.minute < r[1]; })[0];
			if (!next)
				continue;
			if (!d && t.minute >= next[0])
				return e.ouverte.replace('%h', clock(next[1]));
			return (d ? e.ouvreJour : e.ouvre).replace('%h', clock(next[0]))
				.replace('%j', d === 1 ? e.demain : words(iso, d > 6));
		}
		return '';
	}
	function show() {
		var t = now();
		each('[data-jour]', function (e) {
			if (+e.dataset.jour === number(t.day))
				e.setAttribute('aria-current', 'date');
			else
				e.removeAttribute('aria-current');
		});
		/* Said once, at the first place made for it. */
		var place = document.querySelector('[data-etat]');
		if (place) {
			place.textContent = words(t.day, true) + ' ';
			place.appendChild(document.createElement('strong')).textContent = state(place.dataset, t);
		}
	}

	each('[data-jour]', function (e) { week[e.dataset.jour] = ranges(e.dataset.plages); });
	each('[data-du]', function (e) { closures.push(e.dataset); });
	if (week[1] && window.Intl && Intl.DateTimeFormat.prototype.formatToParts) {
		show();
		setInterval(show, 60000);
	}
})();
