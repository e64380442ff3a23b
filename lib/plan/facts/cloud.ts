import type { Cloud } from '../../platform';

/** Cloud of a service that rents out instances or sells tokens, by the catalogue's name of the service. */
export function cloudOf(service: string): Cloud {
  return service.startsWith('azure') ? 'azure' : 'aws';
}
