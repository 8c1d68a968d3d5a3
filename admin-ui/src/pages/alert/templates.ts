// The usual alerts of a village: one touch writes the message, its importance and its end.
import { fr } from '../../locales/fr';

export type Severity = keyof typeof fr.alert.severities;
export type Until = 'tonight' | 'tomorrow' | 'threeDays' | 'untilTaken' | 'otherMoment';

export interface Template {
  key: keyof typeof fr.alert.templates;
  severity: Severity;
  until: Until;
}

export const templates: Template[] = [
  { key: 'water', severity: 'vigilance', until: 'tonight' },
  { key: 'power', severity: 'vigilance', until: 'tonight' },
  { key: 'road', severity: 'information', until: 'threeDays' },
  { key: 'storm', severity: 'urgence', until: 'tomorrow' },
  { key: 'snow', severity: 'vigilance', until: 'tomorrow' },
  { key: 'heat', severity: 'vigilance', until: 'threeDays' },
  { key: 'closed', severity: 'information', until: 'tonight' },
];

export const severities = Object.keys(fr.alert.severities) as Severity[];
export const untils: Until[] = ['tonight', 'tomorrow', 'threeDays', 'untilTaken', 'otherMoment'];
