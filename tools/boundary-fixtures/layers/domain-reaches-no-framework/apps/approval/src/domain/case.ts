import { refuse } from '@onewindow/kernel';

export const decide = () => refuse('case-already-decided');
