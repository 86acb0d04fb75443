import type { components } from './openapi.js';

type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type ServiceItem = Schemas['ServiceItem'];
export type FindItemReply = Schemas['FindItemReply'];
export type ListItemsReply = Schemas['ListItemsReply'];
export type FindBundleReply = Schemas['FindBundleReply'];
export type FindProjectReply = Schemas['FindProjectReply'];
export type ListProjectsReply = Schemas['ListProjectsReply'];
export type VerifyLicenceReply = Schemas['VerifyLicenceReply'];
export type ListApplicationsReply = Schemas['ListApplicationsReply'];
export type PersonView = Schemas['PersonView'];
export type SessionOpened = Schemas['SessionOpened'];
export type FollowApplicationReply = Schemas['FollowApplicationReply'];
export type FollowCaseReply = Schemas['FollowCaseReply'];
export type ProgressStep = Schemas['ProgressStep'];
export type AwaitedStep = Schemas['AwaitedStep'];
export type ProgressTrack = Schemas['ProgressTrack'];
export type ProgressPaper = Schemas['ProgressPaper'];
export type ProgressActor = Schemas['ProgressActor'];
export type DueDate = Schemas['DueDate'];
export type ExplanationStep = Schemas['ExplanationStep'];
export type FindCaseReply = Schemas['FindCaseReply'];
