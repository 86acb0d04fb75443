import { oneOf, setting, text } from '@onewindow/service/process';

/** Where the one-time steps of a deployment find what is kept and what is handed out. */
export const deploymentSettings = {
  keep: setting('OW_SETUP_DIR', text),
  handOut: setting('OW_HAND_OUT_DIR', text),
  /** Numeric id of the user that containers run as; undefined leaves files to whoever runs this. */
  owner: setting<number | undefined>('OW_OWNER', Number, { default: undefined }),
} as const;

/** Whether the accounts of the demonstration city are made; a platform that is meant has none of them. */
export const accountsSetting = setting<'none' | 'demonstration'>(
  'OW_ACCOUNTS',
  oneOf('none', 'demonstration'),
  { default: 'none' },
);
