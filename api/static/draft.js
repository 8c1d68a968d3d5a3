// Keeps what is typed in a form while it is typed: within two seconds of a key, and when the page is left.
// Files are not sent: they are kept with the step. Without this script answers are kept at each step.
const form = document.querySelector('form[data-keep]');
const keptNote = document.querySelector('[data-kept-note]');
const faultNote = document.querySelector('[data-kept-fault]');
const quietMs = 700;
const longestWaitMs = 1500;
const firstRetryMs = 2000;
const longestRetryMs = 60000;

let timer = 0;
let changedAt = 0; // of the first change that is not kept, 0 when all is
let underWay = null;
let retryMs = firstRetryMs;
let isLeft = false; // the step itself is being sent: what comes after it must not undo it

function typed() {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

function say(note, words) {
  if (note && note.textContent !== words) note.textContent = words;
}

function kept() {
  retryMs = firstRetryMs;
  say(faultNote, '');
  const time = new Date().toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' }).replace(':', '\u00a0h\u00a0');
  say(keptNote, keptNote?.dataset.keptNote.replace('{time}', time) ?? '');
}

function notKept() {
  say(faultNote, faultNote?.dataset.keptFault ?? '');
  changedAt ||= Date.now();
  plan(retryMs);
  retryMs = Math.min(retryMs * 2, longestRetryMs);
}

async function keep() {
  clearTimeout(timer);
  if (isLeft || underWay || !changedAt) return;
  changedAt = 0;
  underWay = new AbortController();
  try {
    const answer = await fetch(form.dataset.keep, { method: 'POST', body: typed(), signal: underWay.signal });
    if (answer.status === 409) isLeft = true; // sent from another window
    else if (answer.ok) kept();
    else throw new Error(`${answer.status}`);
  } catch {
    if (!isLeft) notKept();
  }
  underWay = null;
  if (changedAt && !isLeft) plan(quietMs);
}

function plan(delayMs) {
  clearTimeout(timer);
  timer = setTimeout(keep, delayMs);
}

function change() {
  changedAt ||= Date.now();
  plan(Math.max(0, Math.min(quietMs, changedAt + longestWaitMs - Date.now())));
}

function leave() {
  if (isLeft || !changedAt) return;
  fetch(form.dataset.keep, { method: 'POST', body: typed(), keepalive: true }).catch(() => {});
}

if (form) {
  form.addEventListener('input', change);
  form.addEventListener('change', change);
  form.addEventListener('submit', () => {
    isLeft = true;
    clearTimeout(timer);
    underWay?.abort();
  });
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keep(); });
  window.addEventListener('pageshow', (event) => { if (event.persisted) isLeft = false; });
}
