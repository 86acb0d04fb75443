import * as bus from '@onewindow/bus';

export const used = bus;
