/** DI tokens of values that have no class of their own here. */
export const CONFIG = Symbol('CONFIG');
export const LOG = Symbol('LOG');
/** `FileStore` of the uploads. */
export const FILES = Symbol('FILES');
/** `People` who may sign in. */
export const PEOPLE = Symbol('PEOPLE');
/** `BusConnection` of this gateway. */
export const BUS_CONNECTION = Symbol('BUS_CONNECTION');
