import { blocks } from './blocks';
import { forms } from './forms';
import { frame } from './frame';
import { messages } from './messages';
import { theme } from './theme';

export const styles = [theme, frame, messages, blocks, forms];
