/*
 * page_dates.h: dates of one page that cannot both be right. It says; the page is
 * published all the same.
 */
#ifndef MODEL_PAGE_DATES_H
#define MODEL_PAGE_DATES_H

#include "model/page.h"

/*
 * Say, with both places, each pair of dates of a typed header between which nothing is
 * ever shown: `retirer_le` not after `publier_le`, an alert that ends before it begins,
 * before its page is online or before its day.
 */
void page_dates_check(const struct page *p, struct diag *d);

#endif
