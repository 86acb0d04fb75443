import * as servers from '@onewindow/local-servers';

export const used = servers;
