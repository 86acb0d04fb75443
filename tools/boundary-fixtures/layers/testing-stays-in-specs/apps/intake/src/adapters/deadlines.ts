import { eventually } from '@onewindow/testing';

export const waitForDeadline = () => eventually(() => true);
