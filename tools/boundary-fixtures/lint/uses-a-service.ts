import * as approval from '@onewindow/approval';

export const used = approval;
