import { type ParticipantToken, tokenOf } from '@onewindow/contracts';
import { type Network, publishersIn, routesIn } from '../broker/network.js';
import { MAX_PAYLOAD_BYTES } from '../limits.js';
import { durableName, publishedSubjects, routeSubjects, streamName } from '../subjects.js';

/** A stream as the broker's API takes it; durations in nanoseconds. */
export interface StreamPlan {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly retention: 'limits';
  readonly discard: 'old';
  readonly storage: 'file';
  readonly max_age: number;
  readonly max_bytes: number;
  readonly max_msg_size: number;
  readonly duplicate_window: number;
  readonly num_replicas: number;
  readonly deny_delete: boolean;
  readonly deny_purge: boolean;
}

/** A reader's durable as the broker's API takes it; durations in nanoseconds. */
export interface DurablePlan {
  readonly stream: string;
  readonly config: {
    readonly durable_name: string;
    readonly filter_subject: string;
    readonly deliver_policy: 'all';
    readonly ack_policy: 'explicit';
    readonly ack_wait: number;
    readonly max_ack_pending: number;
    readonly max_deliver: number;
    readonly max_waiting: number;
    readonly replay_policy: 'instant';
  };
}

export interface ProvisioningPlan {
  readonly streams: readonly StreamPlan[];
  readonly durables: readonly DurablePlan[];
}

export interface PlanOptions {
  /** Copies of every stream in a cluster; 1 unless said. */
  readonly replicas?: number;
  /** Bytes a stream keeps; 256 MiB unless said. Older messages are in the journals anyway. */
  readonly streamBytes?: number;
}

const SECOND_NS = 1_000_000_000;
const DAY_NS = 86_400 * SECOND_NS;
const KEPT_DAYS = 7;
const DUPLICATE_WINDOW_S = 120;
/** A reader that was killed has its messages delivered again after this long. */
const ACK_WAIT_S = 10;
const MAX_ACK_PENDING = 4_000;
const MAX_WAITING = 64;
const STREAM_BYTES = 256 * 1024 * 1024;

/** Every stream and durable that contracts and topology ask for. A stream is a cache of its journal, so it drops what is old. */
export function provisioningPlan(network: Network, options: PlanOptions = {}): ProvisioningPlan {
  return {
    streams: publishersIn(network).map((each) => streamPlan(tokenOf(each), options)),
    durables: routesIn(network).map(({ producer, recipient }) => durablePlan(producer, recipient)),
  };
}

const streamPlan = (
  producer: ParticipantToken,
  { replicas = 1, streamBytes = STREAM_BYTES }: PlanOptions,
): StreamPlan => ({
  name: streamName(producer),
  subjects: [publishedSubjects(producer)],
  retention: 'limits',
  discard: 'old',
  storage: 'file',
  max_age: KEPT_DAYS * DAY_NS,
  max_bytes: streamBytes,
  max_msg_size: MAX_PAYLOAD_BYTES,
  duplicate_window: DUPLICATE_WINDOW_S * SECOND_NS,
  num_replicas: replicas,
  deny_delete: true,
  deny_purge: true,
});

const durablePlan = (producer: ParticipantToken, recipient: ParticipantToken): DurablePlan => ({
  stream: streamName(producer),
  config: {
    durable_name: durableName(recipient),
    filter_subject: routeSubjects(producer, recipient),
    deliver_policy: 'all',
    ack_policy: 'explicit',
    ack_wait: ACK_WAIT_S * SECOND_NS,
    max_ack_pending: MAX_ACK_PENDING,
    // JetStream drops what it delivered too often; what cannot be handled is parked by the reader instead.
    max_deliver: -1,
    max_waiting: MAX_WAITING,
    replay_policy: 'instant',
  },
});
