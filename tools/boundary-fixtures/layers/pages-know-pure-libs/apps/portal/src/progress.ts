import { FollowCase } from '@onewindow/contracts';

export const asked = FollowCase;
