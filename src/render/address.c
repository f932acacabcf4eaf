/*
 * address.c: addresses seen from a page, and the small views that many pages show:
 * dates, phones. What a link leads to was decided by resolve.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

struct str link_of(struct arena *a, struct str prefix, struct str address)
{
	return str_concat(a, prefix, address);
}

struct str link_of_file(struct arena *a, struct str prefix, struct str path)
{
	struct strbuf b = strbuf_on(a);
	strbuf_add(&b, prefix);
	escape_url_path(&b, path);
	return strbuf_str(&b);
}

struct str link_absolute(struct arena *a, const struct render *r, const struct node *n)
{
	struct str address = n->address, index = STR("index.html");
	if (!r->base.n)
		return (struct str){0};
	if (str_eq(address, index) || str_ends(address, STR("/index.html")))
		address = str_sub(address, 0, address.n - index.n);
	return link_of(a, r->base, address);
}

bool is_web_address(struct str s)
{
	struct str scheme = str_sub(s, 0, str_index(s, ':'));
	if (scheme.n != 4 && scheme.n != 5)
		return false;
	for (size_t i = 0; i < scheme.n; i++)
		if (ascii_lower(scheme.p[i]) != "https"[i])
			return false;
	return scheme.n < s.n;
}

struct str host_of(struct str address)
{
	struct str s = str_from(address, str_find(address, STR("://")) + 3);
	size_t end = 0;
	while (end < s.n && (!s.p[end] || !strchr("/?#:", s.p[end])))
		end++;
	s = str_sub(s, 0, end);
	return str_starts(s, STR("www.")) ? str_from(s, 4) : s;
}

struct view date_view(struct arena *a, struct date d)
{
	if (!date_valid(d))
		return (struct view){0};
	struct view *v = view_new(a, date);
	v[V_date_texte] = view_text(date_text_short(a, d));
	v[V_date_iso] = view_text(date_iso(a, d));
	v[V_date_jour] = view_text(str_printf(a, "%d", d.day));
	v[V_date_mois] = view_text(date_month_short(d.month));
	v[V_date_annee] = view_text(str_printf(a, "%d", d.year));
	return view_record(v);
}

struct view phone_view(struct arena *a, const struct value *phone)
{
	if (!value_given(phone) || !phone->as.phone.tel.n)
		return (struct view){0};
	struct view *v = view_new(a, telephone);
	v[V_telephone_numero] = view_text(phone->as.phone.shown);
	v[V_telephone_appel] = view_text(link_of(a, STR("tel:"), phone->as.phone.tel));
	return view_record(v);
}

struct view email_view(struct arena *a, const struct value *email)
{
	if (!value_given(email) || !email->text.n)
		return (struct view){0};
	struct view *v = view_new(a, courriel);
	v[V_courriel_adresse_electronique] = view_text(email->text);
	v[V_courriel_ecriture] = view_text(link_of(a, STR("mailto:"), email->text));
	return view_record(v);
}

struct str map_link(struct arena *a, struct str address)
{
	struct strbuf b = strbuf_on(a);
	strbuf_lit(&b, "https://www.openstreetmap.org/search?query=");
	escape_url_component(&b, lines_joined(a, address));
	return strbuf_str(&b);
}

static struct str lines_with(struct arena *a, struct str lines, struct str between,
	void (*put)(struct strbuf *, struct str))
{
	struct strbuf b = strbuf_on(a);
	struct str rest = lines, line;
	while (str_cut(&rest, '\n', &line)) {
		line = str_trim(line);
		if (!line.n)
			continue;
		if (b.n)
			strbuf_add(&b, between);
		put(&b, line);
	}
	return strbuf_str(&b);
}

struct str lines_html(struct arena *a, struct str lines)
{
	return lines_with(a, lines, STR("<br>"), escape_html);
}

struct str lines_joined(struct arena *a, struct str lines)
{
	return lines_with(a, lines, STR(", "), strbuf_add);
}

struct postal postal_of(struct arena *a, struct str lines)
{
	size_t cut = str_rindex(lines, '\n');
	struct str last = cut < lines.n ? str_trim(str_from(lines, cut + 1)) : lines;
	unsigned long code;
	bool coded = last.n > 6 && last.p[5] == ' ' &&
		     str_to_uint(str_sub(last, 0, 5), 99999, &code);
	if (!coded)
		return (struct postal){.street = lines_joined(a, lines)};
	struct str street = cut < lines.n ? str_sub(lines, 0, cut) : (struct str){0};
	return (struct postal){
		lines_joined(a, street), str_sub(last, 0, 5), str_from(last, 6)};
}

struct str list_joined(struct arena *a, const struct value *list)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < value_count(list); i++) {
		if (i)
			strbuf_lit(&b, ", ");
		strbuf_add(&b, value_at(list, i)->text);
	}
	return strbuf_str(&b);
}

struct str first_upper(struct arena *a, struct str s)
{
	/* à to þ are two bytes, whose second is 32 above that of À to Þ; ÷ is no letter. */
	unsigned char second = s.n > 1 ? (unsigned char)s.p[1] : 0;
	bool accented = s.n > 1 && (unsigned char)s.p[0] == 0xc3 && second >= 0xa0 &&
			second <= 0xbe && second != 0xb7;
	if (!s.n || (!accented && (s.p[0] < 'a' || s.p[0] > 'z')))
		return s;
	char *p = arena_text(a, s.n);
	memcpy(p, s.p, s.n);
	p[accented] = (char)(p[accented] - 'a' + 'A');
	return (struct str){p, s.n};
}
