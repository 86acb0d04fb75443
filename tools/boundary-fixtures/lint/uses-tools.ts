import * as tools from '@onewindow/tools';

export const used = tools;
