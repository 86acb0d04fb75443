/** Under which themes 主题 and life events 人生事件 people look for the items of the demonstration city. */
export const THEMES: Readonly<
  Record<string, { readonly themes: string[]; readonly lifeEvents?: string[] }>
> = {
  'food-business-permit': { themes: ['catering'], lifeEvents: ['opening-a-shop'] },
  'public-assembly-fire-check': { themes: ['fire-safety'], lifeEvents: ['opening-a-shop'] },
  'large-outdoor-ad': { themes: ['advertising'], lifeEvents: ['opening-a-shop'] },
  'drainage-permit': { themes: ['water'], lifeEvents: ['opening-a-shop'] },
  'public-place-hygiene-permit': { themes: ['health'], lifeEvents: ['opening-a-shop'] },
  'hr-service-permit': { themes: ['employment'], lifeEvents: ['starting-a-business'] },
  'labor-dispatch-permit': { themes: ['employment'], lifeEvents: ['starting-a-business'] },
  'road-freight-permit': { themes: ['transport'], lifeEvents: ['starting-a-business'] },
  'construction-permit': { themes: ['construction'], lifeEvents: ['building'] },
  'travel-agency-permit': { themes: ['tourism'], lifeEvents: ['starting-a-business'] },
  'special-equipment-registration': { themes: ['safety'] },
  'soil-water-conservation-plan': { themes: ['water', 'construction'], lifeEvents: ['building'] },
  'eia-form': { themes: ['environment', 'construction'], lifeEvents: ['building'] },
  'eia-report': { themes: ['environment', 'construction'], lifeEvents: ['building'] },
  'medical-institution-registration': { themes: ['health'], lifeEvents: ['starting-a-business'] },
  'real-estate-first-registration': { themes: ['real-estate'], lifeEvents: ['building'] },
  'enterprise-investment-filing': { themes: ['investment'], lifeEvents: ['building'] },
  'construction-planning-permit': { themes: ['construction'], lifeEvents: ['building'] },
  'land-use-planning-permit': { themes: ['construction', 'real-estate'], lifeEvents: ['building'] },
  'completion-filing': { themes: ['construction'], lifeEvents: ['building'] },
  'enterprise-investment-approval': { themes: ['investment'], lifeEvents: ['building'] },
};
