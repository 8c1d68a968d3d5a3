// The first-run assistant: one address for each question, so that the browser's own back and forward work.
import { useParams } from 'react-router-dom';
import { useFirstSteps } from '../api/first_steps';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import '../styles/first_steps.css';
import '../styles/home.css';
import '../styles/town_hall.css';
import { Beginning, End } from './first_steps/Ends';
import { Question } from './first_steps/Question';

export default function FirstStepsPage() {
  const { question = '' } = useParams();
  const { data: steps, error, isPending, refetch } = useFirstSteps();
  if (isPending) return <Loading />;
  if (steps === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (question === 'fin') return <End key="fin" />;
  if (steps.questions.includes(question)) return <Question key={question} question={question} steps={steps} />;
  return <Beginning key="debut" steps={steps} />;
}
