/** DI tokens that every service's module can inject. Each names the type of its value. */
export const tokens = Object.freeze({
  /** `Ledger` of the journal; its `transact` is the port of the use cases. */
  LEDGER: Symbol('LEDGER'),
  /** kernel `Clock`. */
  CLOCK: Symbol('CLOCK'),
  /** `() => string`: a new UUID, sortable by time. */
  NEW_ID: Symbol('NEW_ID'),
  /** MikroORM `EntityManager` for views; fork it for every query. */
  ENTITY_MANAGER: Symbol('ENTITY_MANAGER'),
  /** `() => WorkingCalendar`: the one in force. */
  CALENDAR: Symbol('CALENDAR'),
  /** `PlaceRules`. */
  PLACE_RULES: Symbol('PLACE_RULES'),
  /** contracts `Topology`. */
  TOPOLOGY: Symbol('TOPOLOGY'),
  /** `BusClient` of the bus. */
  BUS_CLIENT: Symbol('BUS_CLIENT'),
  /** `ServiceConfig`. */
  CONFIG: Symbol('CONFIG'),
  /** `ParticipantToken` of this process. */
  SELF: Symbol('SELF'),
  /** `ServiceParts`: provided by the service's own module, read by `startService`. */
  SERVICE_PARTS: Symbol('SERVICE_PARTS'),
});

export const {
  LEDGER,
  CLOCK,
  NEW_ID,
  ENTITY_MANAGER,
  CALENDAR,
  PLACE_RULES,
  TOPOLOGY,
  BUS_CLIENT,
  CONFIG,
  SELF,
  SERVICE_PARTS,
} = tokens;
