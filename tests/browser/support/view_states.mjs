// Every view that residents see x {empty, full, error}: where the state is looked at, or why it cannot exist.
// at(path): shown and inspected by view_states.test.mjs. seen(file, name): inspected there, under a name that begins so.
const at = (path, status = 200) => ({ path, status });
const seen = (file, name) => ({ file: `${file}.test.mjs`, name });
const never = (why) => ({ why });

const fixed = never('it says the same in every commune');
const noInput = never('it takes nothing from its reader: a wrong address is the error page');

export const viewStates = {
  act: { empty: never('an act has an object and a file'), full: seen('acts', 'public actes-'), error: noInput },
  act_meeting: { empty: never('a meeting is the acts of its day'), full: seen('acts', 'public actes-'), error: noInput },
  act_meetings: { empty: seen('acts', 'public$'), full: seen('acts', 'public actes-'), error: noInput },
  acts: { empty: seen('acts', 'public$'), full: seen('acts', 'public actes-'), error: at('/actes?q=introuvable&annee=1789') },
  agenda: { empty: at('empty:/agenda'), full: at('/agenda'), error: at('/agenda?categorie=inconnue') },
  agenda_month: { empty: at('/agenda/mois/2026-01'), full: at('month'), error: noInput },
  alert: { empty: never('an alert has a title and says how grave it is'), full: seen('written_pages', 'public ecrits-'), error: noInput },
  alerts: { empty: seen('written_pages', 'public ecrits-aucune-alerte'), full: seen('written_pages', 'public ecrits-'), error: noInput },
  correction: { empty: never('it holds what was answered'), full: seen('cases', 'public correction-demandee'), error: seen('cases', 'public correction-erreur') },
  directory_entry: { empty: seen('directory', 'public annuaire-'), full: seen('directory', 'public annuaire-'), error: noInput },
  directory_index: { empty: at('empty:/annuaire'), full: seen('directory', 'public annuaire-'), error: noInput },
  directory_list: { empty: seen('directory', 'public annuaire-'), full: seen('directory', 'public annuaire-'), error: seen('directory', 'public annuaire-') },
  error: { empty: never('it is an error'), full: never('it is an error'), error: seen('public_pages', 'public $') },
  error_bare: { empty: never('it is an error'), full: never('it is an error'), error: seen('public_pages', 'public adresse-inconnue') },
  event: { empty: at('/agenda/sans-rien'), full: at('/agenda/fete-du-village'), error: noInput },
  feedback: { empty: at('opinion:yes'), full: at('opinion:no'), error: at('opinion:error') },
  form_ending: { empty: never('it says why it ends here'), full: seen('every_form', 'public fin-de-demarche'), error: noInput },
  form_later: { empty: never('it is shown once a form holds something'), full: seen('drafts', 'public form-later'), error: seen('drafts', 'public form-later-error') },
  form_resume: { empty: seen('drafts', 'public form-resume'), full: never('a form of one field'), error: seen('drafts', 'public form-resume-error') },
  form_review: { empty: seen('public_pages', 'public verification-incomplete'), full: seen('public_pages', 'public verification'), error: seen('public_pages', 'public verification-incomplete') },
  form_sent: { empty: never('what is sent has a reference'), full: seen('public_pages', 'public confirmation'), error: never('it is shown only when all went well') },
  form_step: { empty: seen('public_pages', 'public etape-'), full: seen('public_pages', 'public etape-vous'), error: seen('public_pages', 'public etape-') },
  home: { empty: at('empty:/'), full: seen('written_pages', 'public ecrits-'), error: noInput },
  legal_accessibility: { empty: at('empty:/accessibilite'), full: seen('public_pages', 'public $'), error: noInput },
  legal_cookies: { empty: at('/cookies'), full: fixed, error: noInput },
  legal_notice: { empty: at('empty:/mentions-legales'), full: seen('public_pages', 'public $'), error: noInput },
  legal_privacy: { empty: at('empty:/donnees-personnelles'), full: seen('public_pages', 'public $'), error: noInput },
  news_item: { empty: never('a news item has a title and a date, no more is asked'), full: seen('public_pages', 'public actualite'), error: noInput },
  news_list: { empty: never('a commune is made with one news item; the list without any is drawn like one with a category'), full: seen('written_pages', 'public ecrits-'), error: noInput },
  opinion_page: { empty: seen('cases', 'public avis-vide'), full: seen('cases', 'public avis-donne'), error: seen('cases', 'public avis-erreur') },
  page: { empty: seen('written_pages', 'public ecrits-'), full: seen('written_pages', 'public ecrits-'), error: noInput },
  payment: { empty: seen('payment', 'public paiement-somme'), full: seen('payment', 'public paiement-paye'), error: seen('payment', 'public paiement-erreur') },
  payment_form: { empty: seen('payment', 'public paiement-lettre'), full: never('a form of two fields'), error: seen('payment', 'public paiement-lettre-erreur') },
  payment_leave: { empty: never('it holds what is to be paid'), full: never('only a bank of the SystemPay family leads here, and none is played in a browser'), error: noInput },
  procedure: { empty: seen('public_pages', 'public $'), full: seen('public_pages', 'public demarche-brouillon'), error: noInput },
  procedures: { empty: never('a commune is made with procedures'), full: seen('public_pages', 'public $'), error: noInput },
  receipt_page: { empty: never('a receipt has its request'), full: seen('counter', 'public accuse-imprime'), error: noInput },
  search: { empty: at('/recherche'), full: at('/recherche?q=fete'), error: at('/recherche?q=zzyzzx+introuvable') },
  section: { empty: never('a section is made with its pages'), full: seen('public_pages', 'public $'), error: noInput },
  sheet: { empty: never('a sheet has its text'), full: seen('sheets', 'public sheets ouverte'), error: noInput },
  sheet_gone: { empty: never('it says that a sheet is gone'), full: seen('sheets', 'public sheets $'), error: noInput },
  sheet_themes: { empty: at('empty:/fiches'), full: seen('sheets', 'public sheets $'), error: noInput },
  site_map: { empty: seen('public_pages', 'public plan ecorpain'), full: seen('public_pages', 'public $'), error: noInput },
  tracking: { empty: seen('public_pages', 'public $'), full: never('a form of two fields'), error: seen('public_pages', 'public suivi-erreurs') },
  tracking_case: { empty: seen('public_pages', 'public demande'), full: seen('public_pages', 'public demande-message'), error: seen('public_pages', 'public demande-erreurs') },
};
