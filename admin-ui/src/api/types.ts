// Short names for the shapes of openapi.json.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type DossierState = Schemas['DossierState'];
export type DossierSummary = Schemas['DossierSummary'];
export type DossierPage = Schemas['DossierPage'];
export type Dossier = Schemas['Dossier'];
export type AnswerStep = Schemas['AnswerStep'];
export type FileLink = Schemas['FileLink'];
export type Message = Schemas['Message'];
export type Transition = Schemas['Transition'];
export type ContentKind = Schemas['ContentKind'];
export type ContentSection = Schemas['ContentSection'];
export type ContentState = Schemas['ContentState'];
export type ContentSummary = Schemas['ContentSummary'];
export type Content = Schemas['Content'];
export type ContentEdit = Schemas['ContentEdit'];
export type CheckRequest = Schemas['CheckRequest'];
export type Finding = Schemas['Finding'];
export type Procedure = Schemas['Procedure'];
export type Commune = Schemas['Commune'];
export type CommuneEdit = Schemas['CommuneEdit'];
export type OpeningDay = Schemas['OpeningDay'];
export type OpeningInterval = Schemas['OpeningInterval'];
export type Audience = Schemas['Audience'];
export type FeedbackList = Schemas['FeedbackList'];
export type PageFeedback = Schemas['PageFeedback'];
export type SharedContent = Schemas['SharedContent'];
export type SharedSource = Schemas['SharedSource'];
export type Sharing = Schemas['Sharing'];
export type Media = Schemas['MediaItem'];
export type MediaDetail = Schemas['MediaDetail'];
export type MediaChange = Schemas['MediaEdit'];
export type OutboxItem = Schemas['OutboxItem'];
