export const publications = { 'correction-lapsed': 'private' };
