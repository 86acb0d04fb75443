import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '../frame/page.js';
import { useLanguage } from '../language/language.js';
import { DrawFileField } from './draw-file-field.js';
import { ProjectForm } from './project-form.js';
import { RecentProjects } from './recent-projects.js';
import { Recomputed } from './recomputed.js';
import './draw.css';

/** Computes the draw of any file again; the file stays on the visitor's machine. */
export default function DrawFilePage() {
  const { words } = useLanguage();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<{ readonly document: unknown; readonly at: number }>();
  return (
    <Page title={words.draw.title} lead={<p>{words.draw.lead}</p>}>
      <div className="draw-ways">
        <ProjectForm
          onOpen={(number) => void navigate(`/projects/${encodeURIComponent(number)}/draw`)}
        />
        <DrawFileField
          onDocument={(document) => setChosen((last) => ({ document, at: (last?.at ?? 0) + 1 }))}
        />
      </div>
      {chosen !== undefined && <Recomputed key={chosen.at} document={chosen.document} />}
      <RecentProjects />
    </Page>
  );
}
