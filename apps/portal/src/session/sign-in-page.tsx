import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Navigate } from 'react-router';
import { bodyOf, client } from '../api/client.js';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { Field } from '../notices/field.js';
import { ProblemNotice } from '../notices/problem-notice.js';
import { ownPlaceOf } from './offices.js';
import { beginSession } from './session-store.js';
import { useSession, useSessionEnd } from './use-session.js';

export default function SignInPage() {
  const { words } = useLanguage();
  const session = useSession();
  const end = useSessionEnd();
  const queries = useQueryClient();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => bodyOf(client.POST('/api/session', { body: { account, password } })),
    onSuccess: (opened) => {
      queries.clear();
      beginSession(opened);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    mutate();
  };
  if (session !== undefined) return <Navigate to={ownPlaceOf(session.person)} replace />;
  return (
    <Page title={words.session.title} lead={<p>{words.session.lead}</p>}>
      <form className="sheet narrow" onSubmit={submit}>
        {end === 'expired' && <p role="status">{words.session.expired}</p>}
        {error !== null && <ProblemNotice error={error} />}
        <Field
          label={words.session.account}
          value={account}
          onChange={setAccount}
          input={{ autoComplete: 'username', maxLength: 100, required: true }}
        />
        <Field
          label={words.session.password}
          value={password}
          onChange={setPassword}
          isPassword
          input={{ autoComplete: 'current-password', maxLength: 200, required: true }}
        />
        <button type="submit" className="action" disabled={isPending}>
          {isPending ? words.loading : words.session.signIn}
        </button>
      </form>
    </Page>
  );
}
