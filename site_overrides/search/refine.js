// Refinements: which items a section, kind, topic or year leaves, and how many each would.

import { decode } from "./postings.js";
import { fold } from "./text.js";

const AXES = ["section", "kind", "tag", "year"];

/** The items under the refinements, and with `facets` how many each value would leave. */
export async function refine({ files }, { ranks, banned }, options) {
  const size = files.manifest.items;
  const chosen = Object.fromEntries(AXES.map((axis) => [axis, String(options[axis] ?? "").trim()]));
  const { axes, partial } = await axesOf(files, chosen, options.facets);
  const failing = new Uint8Array(size); // on how many axes, and the one if it is one
  const failed = new Uint8Array(size);
  axes.forEach(({ name, values }, number) => {
    if (!chosen[name]) return;
    const allowed = new Uint8Array(size);
    values.filter((value) => isChosen(value, chosen[name])).forEach((value) => value.visit((item) => (allowed[item] = 1)));
    for (let item = 0; item < size; item += 1) {
      if (allowed[item]) continue;
      failing[item] += 1;
      failed[item] = number;
    }
  });
  const dated = files.manifest.years[0]?.[1] ?? size;
  const first = ranks || chosen.kind ? 0 : dated; // the newest are asked for: plain pages are not news
  const matches = (item) => item >= first && !banned[item] && (!ranks || ranks[item] > 0);
  const items = [];
  for (let item = 0; item < size; item += 1) if (!failing[item] && matches(item)) items.push(item);
  const counted = (item, axis) => matches(item) && (!failing[item] || (failing[item] === 1 && failed[item] === axis));
  return { items, partial, facets: options.facets ? counts(axes, chosen, counted) : null };
}

/** The axes of refinement: [{name, values: [{id, title, visit}]}]; those not needed have no values. */
async function axesOf(files, chosen, all) {
  const years = yearsOf(files.manifest);
  const axes = AXES.map((name) => ({ name, values: name === "year" ? years : [] }));
  if (!all && !AXES.some((name) => name !== "year" && chosen[name])) return { axes, partial: false };
  try {
    const lists = await files.facets();
    const values = (name) => lists[name].map(([id, title, code]) => listed(id, title, decode(code, files.manifest.items).items));
    const read = { section: values("section"), kind: [...values("kind"), ...values("type")], tag: values("tag"), year: years };
    return { axes: AXES.map((name) => ({ name, values: read[name] })), partial: false };
  } catch {
    return { axes, partial: true };
  }
}

const listed = (id, title, items) => ({ id, title, visit: (see) => items.forEach(see) });

/** Years, newest first: items are numbered in order of time, so a year is a stretch of them. */
function yearsOf({ years, items }) {
  return years
    .map(([year, first], at) => {
      const end = years[at + 1]?.[1] ?? items;
      const visit = (see) => {
        for (let item = first; item < end; item += 1) see(item);
      };
      return { id: String(year), title: String(year), visit };
    })
    .reverse();
}

const slug = (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, "-");

/** A value is meant by its id, its title or its part of an address, however these are written. */
function isChosen(value, wanted) {
  return value.id === wanted || [value.id, value.title].map(slug).includes(slug(wanted));
}

function counts(axes, chosen, counted) {
  const entries = axes.map(({ name, values }, axis) => {
    const rows = values.map((value) => {
      let count = 0;
      value.visit((item) => (count += Number(counted(item, axis))));
      return { id: value.id, title: value.title, count, chosen: Boolean(chosen[name]) && isChosen(value, chosen[name]) };
    });
    return [name, rows.filter((row) => row.count || row.chosen)];
  });
  return Object.fromEntries(entries);
}

/** Items from best to worst, or from new to old. */
export function ordered(items, ranks, sort) {
  const newest = (one, other) => other - one;
  return items.sort(ranks && sort !== "date" ? (one, other) => ranks[other] - ranks[one] || other - one : newest);
}
