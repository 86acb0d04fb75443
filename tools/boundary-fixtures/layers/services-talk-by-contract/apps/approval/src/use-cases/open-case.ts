export const openCase = () => 'case-1';
