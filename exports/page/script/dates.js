// Dates in few characters, no more exact than they are known.

const dateOf = (number) => new Date(number * DAY);
const monthShort = (number) => t(`month.short.${dateOf(number).getUTCMonth() + 1}`);
const monthYear = (number) => t('when.month', { month: monthShort(number), year: dateOf(number).getUTCFullYear() });
const dayMonth = (number) => t('short.yearless', { day: dateOf(number).getUTCDate(), month: monthShort(number) });
const shortDay = (number) => t('short.day', { day: dateOf(number).getUTCDate(), month: monthShort(number), year: dateOf(number).getUTCFullYear() });

/** The days within which one moment lies. */
function shortSpan(low, high) {
  if (low === null) return high === null ? '' : t('when.before', { day: shortDay(high) });
  if (high === null) return t('when.after', { day: shortDay(low) });
  if (low === high) return shortDay(low);
  const [first, last] = [isoDay(low), isoDay(high)];
  const [sameYear, sameMonth] = [4, 7].map((size) => first.slice(0, size) === last.slice(0, size));
  if (sameYear && first.endsWith('01-01') && last.endsWith('12-31')) return first.slice(0, 4);
  if (sameMonth && first.endsWith('-01') && isoDay(high + 1).endsWith('-01')) return monthYear(low);
  if (sameMonth) return t('short.days', { first: dateOf(low).getUTCDate(), last: dateOf(high).getUTCDate(), month: monthShort(low), year: first.slice(0, 4) });
  return t('short.range', { first: sameYear ? dayMonth(low) : shortDay(low), last: shortDay(high) });
}

/** When an event was, in the few characters that a box has room for. */
function shortWhen({ b0, b1, e0, e1, status }) {
  if (b0 === e0 && b1 === e1) return shortSpan(b0, b1);
  if (b0 !== null && b0 === b1 && e0 !== null && e0 === e1) return shortSpan(b0, e1);
  const [first, last] = [shortSpan(b0, b1), shortSpan(e0, e1)];
  if (!first) return e1 === null ? last : t('when.until', { day: last });
  if (e1 === null) return status === 'Ongoing' || e0 !== null ? t('when.since', { day: first }) : first;
  return t('when.about', { span: shortSpan(b0 ?? b1, e1) });
}
