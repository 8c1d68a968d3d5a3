// Builders of form fields with every key of partials/field.html, one function for each type.
'use strict';

const kinds = ['text', 'long_text', 'email', 'phone', 'date', 'code', 'money', 'radios', 'select', 'checkboxes', 'address', 'point', 'group', 'computed', 'file', 'note', 'title'];

function field(kind, name, label, other = {}) {
  const flags = Object.fromEntries(kinds.map(k => [`is_${k}`, k === kind]));
  return { id: `f-${name}`, name, label, hint: false, error: false, optional: false, ...flags, ...other };
}

function options(name, pairs, chosen = []) {
  return pairs.map(([option_value, option_label, option_hint = false], index) => ({
    option_id: index === 0 ? `f-${name}` : `f-${name}-${index + 1}`,
    option_value, option_label, option_hint, checked: chosen.includes(option_value),
  }));
}

const part = (name, value = '', error = false) => ({ id: `f-${name.replace('.', '-')}`, name, value, error });

module.exports = {
  text: (name, label, other) => field('text', name, label, { value: '', autocomplete: false, inputmode: false, maxlength: '200', width: 'full', ...other }),
  long_text: (name, label, other) => field('long_text', name, label, { value: '', rows: '5', maxlength: '2000', ...other }),
  email: (name, label, other) => field('email', name, label, { value: '', is_own: true, ...other }),
  phone: (name, label, other) => field('phone', name, label, { value: '', is_own: true, ...other }),
  date: (name, label, other) => field('date', name, label, { value: '', autocomplete: false, ...other }),
  code: (name, label, format, other) => field('code', name, label, { value: '', format, width: 'medium', inputmode: false, ...other }),
  money: (name, label, other) => field('money', name, label, { value: '', ...other }),
  point: (name, label, other) => field('point', name, label, { spot: part(name), gps: part(`${name}.gps`), ...other }),
  group: (name, label, item, items, other) => field('group', name, label, {
    count_name: `${name}.count`, item_count: String(items.length), remove_name: `${name}.remove`, add_name: `${name}.add`, add_label: 'Ajouter', can_add: true,
    items: items.map((item_fields, index) => ({ item_id: `f-${name}-${index}`, legend: `${item} ${index + 1}`, single_question: false, item_fields, can_remove: items.length > 1, remove_value: String(index) })), ...other }),
  computed: (name, label, value, other) => field('computed', name, label, { value, ...other }),
  title: (label, hint = false) => field('title', 'titre', label, { hint }),
  radios: (name, label, pairs, chosen, other) => field('radios', name, label, { options: options(name, pairs, chosen), ...other }),
  checkboxes: (name, label, pairs, chosen, other) => field('checkboxes', name, label, { options: options(name, pairs, chosen), ...other }),
  select: (name, label, pairs, chosen, other) => field('select', name, label, { options: options(name, pairs, chosen), ...other }),
  address: (name, label, other) => field('address', name, label, { is_own: true, street: part(`${name}`), complement: part(`${name}.complement`), postcode: part(`${name}.postcode`), city: part(`${name}.city`), ...other }),
  file: (name, label, other) => field('file', name, label, { accept: '.pdf,.jpg,.jpeg,.png', formats_text: 'PDF, JPEG ou PNG', max_text: '10 Mo', multiple: false, has_kept: false, kept: [], is_identity: false, ...other }),
  note: html => field('note', 'note', '', { label: false, note_html: html }),
  part,
};
