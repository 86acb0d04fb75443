/** What each side gives the other, one to five: 服务质量、服务时效、服务态度、服务收费. */
export interface Scores {
  readonly quality: number;
  readonly timeliness: number;
  readonly attitude: number;
  readonly price: number;
}

export interface Rating extends Scores {
  readonly remark?: string;
}
