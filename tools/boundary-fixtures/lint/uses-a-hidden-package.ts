import * as semver from 'semver';

export const used = semver;
