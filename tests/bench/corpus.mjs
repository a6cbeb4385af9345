// Generated articles as JSON Lines: node tests/bench/corpus.mjs COUNT
import { generatedArticles } from '../arch/generated_articles.mjs';

for (const record of generatedArticles(Number(process.argv[2] ?? 1000))) process.stdout.write(JSON.stringify(record) + '\n');
