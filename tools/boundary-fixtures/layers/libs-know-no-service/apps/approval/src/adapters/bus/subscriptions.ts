export const subscriptions = [];
