/** What sets a broker up: for tools that configure one and never speak on it. It loads no framework. */
export { makeGatewayKey, type GatewayKey } from '../actor/gateway-keys.js';
export {
  brokerConfig,
  type BrokerCluster,
  type BrokerConfigOptions,
  type Certificate,
} from './broker-config.js';
export {
  DUTIES,
  makeKeys,
  publicKeysOf,
  type BrokerKeys,
  type BrokerPublicKeys,
  type UserKey,
} from './keys.js';
export { networkOf, type Network } from './network.js';
