import type { FindDrawReply, FindProjectReply } from '@onewindow/contracts';
import { instantOf, type Instant } from '@onewindow/kernel';
import { apply, noteDefects } from './acts/filing.js';
import {
  contractReport,
  deliverReport,
  drawAgency,
  publishProject,
  signUp,
} from './acts/market.js';
import type { Cast } from './cast.js';
import { Scene } from './scene.js';

/**
 * What the story of the restaurant does in the market, by itself and on whatever day it is: from the application that lacks
 * a report to the report that lies on it. Several may be under way at once; the clock is moved between their halves.
 */
export class ReportStory {
  private readonly scene: Scene;

  constructor(cast: Cast) {
    this.scene = new Scene(cast, () => undefined, false);
  }

  get applicationId(): string {
    return this.scene.applicationId;
  }

  /** Until three agencies have signed up. Returns when the value that decides the draw appears. */
  async begin(): Promise<Instant> {
    await apply(this.scene);
    await noteDefects(this.scene);
    await publishProject(this.scene);
    await signUp(this.scene);
    const { notice } = await this.project();
    return instantOf(notice.publicValue.appearsAt);
  }

  /** From the draw, which anybody computes again, to the ratings. */
  async end(): Promise<void> {
    await drawAgency(this.scene);
    await contractReport(this.scene);
    await deliverReport(this.scene);
  }

  project(by: 'public' | 'owner' | 'marketOperator' = 'public'): Promise<FindProjectReply> {
    return this.scene.cast[by].get(this.path);
  }

  draw(): Promise<FindDrawReply> {
    return this.scene.cast.public.get(`${this.path}/draw`);
  }

  private get path(): string {
    return `/api/market/projects/${this.scene.projectNumber}`;
  }
}
