import * as testing from '@onewindow/testing';

export const used = testing;
