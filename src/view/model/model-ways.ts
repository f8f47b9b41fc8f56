/** The ways to another model, which are fetched together when somebody looks for one. */
import './model-ggufs.ts';
import './model-loader.ts';
import './model-shelf.ts';
import './server-model.ts';
