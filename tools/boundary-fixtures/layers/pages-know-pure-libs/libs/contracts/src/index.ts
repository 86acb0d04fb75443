export const FollowCase = 'approval.follow-case';
