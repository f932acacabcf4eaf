tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/archives.html","Événements passés","",""],
["agenda/conseil.html","Conseil municipal","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["calendrier-scolaire.html","Le calendrier de l’école","","Les vacances, et les jours où il n’y a pas école."],
["cantine.html","Les menus de la cantine","","Ce que les enfants mangent à l’école, jour par jour."],
["collectes.html","Collecte des déchets","","Les jours où l’on sort les bacs, et ceux que déplacent les jours fériés."],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["lieux/index.html","Lieux et équipements","","Salles, école, bibliothèque, déchetterie : horaires, tarifs et accès."],
["lieux/salle.html","Salle","Lieu",""],
["sources.html","Sources et licences","",""]],
"mots":"acc actualit agenda autour bac bibliothequ calendrier cantin ceu collect commun cong conseil dechet dechetteri demarch deplacent ecol encombrant enfant equipement evenement feri grand grev horair jour licenc lieu lign mairi mangent menag menu municipal ordur pas pont poubel publiqu recyclag rentr repa restaurant sal scolair seanc sort sourc tarif tout tri vacanc",
"ou":"8B 0C 3C 3B 6D 8B 4C 5C 6B 6C 3B 4C 2C 6C 8B 7D 6B 4D1B3B 6C 5B 8C 1C 6B 9A 4C 8B 4B1B1B aC 8C 7B 7B 5B 4C 5C 2C 6C 1C2B 4C 6C 2A 6C 4C 5C 5C 8B1C 4C1C 2A 6B aC 8B 7B 6C 4D"});
