import { campaignGoldens } from './campaigns.ts';
import { runGoldens } from './golden.ts';

runGoldens('NotifyVisitors', campaignGoldens);
