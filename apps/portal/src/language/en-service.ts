/** What the form asks of the service of a paper 送达. */
export const SERVICE_FIELDS = {
  'serve-paper.method': 'How it was served',
  'serve-paper.receivedBy': 'Who signed for it (not of what was left or announced)',
  'serve-paper.servedOn':
    'Day of service (by post and through others: the day on the receipt; empty for an announcement; otherwise empty is today)',
  witnesses: 'Left behind: two witnesses',
  recording: 'Left behind: where photos or a recording are kept',
  receiptNumber: 'By post: number of the receipt',
  through: 'Through others: who was entrusted with it or passed it on',
  noticedOn: 'By announcement: its day',
  noticedIn: 'By announcement: where it was published',
  otherWaysFailed: 'By announcement: why no other way was possible',
  correctionReason: 'What was wrong with the record',
};

/** How a paper reaches whom it is for. */
export const SERVICE_WAYS = {
  window: 'At the window',
  post: 'By post',
  electronic: 'Electronically',
  announcement: 'By announcement',
  left: 'Left behind',
  entrusted: 'Through another agency or person',
};
